package org.recsys4j.eval.experiment;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/**
 * The folder of one run. It comes to be under a hidden name and gets its own when the split stands;
 * every file is written beside its place and moved there when it is complete, so that whatever has
 * its name is whole, even after a kill.
 */
final class RunDirectory {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final int SHORT_ID = 8;
  private static final int BUFFER = 1 << 16;

  private final Path out;
  private final String name;
  private final String time;
  private final Set<Path> unfinished = new HashSet<>();
  private Path path;
  private boolean published;
  private boolean closed;

  private RunDirectory(Path out, String name, String time, Path path) {
    this.out = out;
    this.name = name;
    this.time = time;
    this.path = path;
  }

  /** What a file holds. */
  @FunctionalInterface
  interface Content {
    /** Writes it; does not close the stream. */
    void write(OutputStream out) throws IOException;
  }

  /** Begins a run; it fails here already where nothing can be written. */
  static RunDirectory begin(Path out, String name, Instant now) {
    String time = TIME.format(now);
    Path hidden = out.resolve("." + name + "-" + time + "-" + ProcessHandle.current().pid());
    try {
      Files.createDirectories(out);
      Files.createDirectory(hidden);
      return new RunDirectory(out, name, time, hidden);
    } catch (IOException e) {
      throw RunFailedException.cannotWrite(out, e);
    }
  }

  /** Gives the folder its name, which holds the first digits of the protocol's id. */
  synchronized void publish(String protocol) {
    refuseIfClosed();
    String wanted = name + "-" + protocol.substring(0, SHORT_ID) + "-" + time;
    for (int copy = 1; !published; copy++) {
      published = moveTo(out.resolve(copy == 1 ? wanted : wanted + "-" + copy));
    }
  }

  /** False where another run of the same second has the name. */
  private synchronized boolean moveTo(Path target) {
    try {
      Files.move(path, target);
      path = target;
      return true;
    } catch (FileAlreadyExistsException e) {
      return false;
    } catch (IOException e) {
      throw RunFailedException.cannotWrite(target, e);
    }
  }

  synchronized Path path() {
    return path;
  }

  /** Whether the folder has its own name. */
  synchronized boolean isPublished() {
    return published;
  }

  /** Writes a file, whole or not at all. */
  void write(String file, Content content) {
    Path target = path().resolve(file);
    Path temporary = target.resolveSibling("." + target.getFileName() + ".tmp");
    begin(temporary);
    try {
      Files.createDirectories(target.resolveSibling(""));
      try (OutputStream stream =
          new BufferedOutputStream(Files.newOutputStream(temporary), BUFFER)) {
        content.write(stream);
      }
      finish(temporary, target);
    } catch (IOException e) {
      throw RunFailedException.cannotWrite(target, e);
    } finally {
      discard(temporary);
    }
  }

  /** The same, compressed; equal content gives equal bytes. */
  void writeGzip(String file, Content content) {
    write(
        file,
        stream -> {
          GZIPOutputStream gzip = new GZIPOutputStream(stream, BUFFER);
          content.write(gzip);
          gzip.finish();
        });
  }

  private synchronized void begin(Path temporary) {
    refuseIfClosed();
    unfinished.add(temporary);
  }

  private synchronized void finish(Path temporary, Path target) throws IOException {
    refuseIfClosed();
    Files.move(
        temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    unfinished.remove(temporary);
  }

  private synchronized void discard(Path temporary) {
    if (unfinished.remove(temporary)) {
      delete(temporary);
    }
  }

  private void refuseIfClosed() {
    if (closed) {
      throw new CancellationException("the run has ended");
    }
  }

  /**
   * Ends the run: nothing is written afterwards, what was not finished goes, and so does the whole
   * folder if it has not got its name.
   */
  synchronized void close() {
    closed = true;
    unfinished.forEach(RunDirectory::delete);
    unfinished.clear();
    if (!published && Files.exists(path)) {
      try (Stream<Path> files = Files.walk(path)) {
        files.sorted(Comparator.reverseOrder()).forEach(RunDirectory::delete);
      } catch (IOException e) {
        // A hidden folder stays behind; that is not worth hiding what ended the run.
        return;
      }
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      // As above.
      return;
    }
  }
}
