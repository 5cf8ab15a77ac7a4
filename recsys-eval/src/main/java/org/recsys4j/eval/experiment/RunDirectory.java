package org.recsys4j.eval.experiment;

import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/**
 * The folder of one run. It comes to be under a hidden name and gets its own when the split stands;
 * every file is written beside its place, forced to the disk and moved there when it is complete,
 * so that whatever has its name is whole, even after a kill. One process at a time works in it.
 */
final class RunDirectory {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final int SHORT_ID = 8;
  private static final int BUFFER = 1 << 16;

  private final Path out;
  private final String name;
  private final String time;
  private Path path;
  private RunLock lock;
  private boolean published;
  private boolean closed;

  private RunDirectory(Path out, String name, Instant started, Path path) throws IOException {
    this.out = out;
    this.name = name;
    this.time = TIME.format(started);
    this.path = path;
    this.lock = RunLock.take(path);
  }

  /** What a file holds. */
  @FunctionalInterface
  interface Content {
    /** Writes it; does not close the stream. */
    void write(OutputStream out) throws IOException;
  }

  /** Begins a run; it fails here already where nothing can be written. */
  static RunDirectory begin(Path out, String name, Instant now) {
    Path hidden =
        out.resolve(hidden(name) + TIME.format(now) + "-" + ProcessHandle.current().pid());
    try {
      Files.createDirectories(out);
      Files.createDirectory(hidden);
      return new RunDirectory(out, name, now, hidden);
    } catch (IOException e) {
      throw RunFailedException.cannotWrite(out, e);
    }
  }

  private static String hidden(String name) {
    return "." + name + "-";
  }

  /**
   * Goes on with a run that another process left.
   *
   * @throws UnusableRunException if that process still runs
   */
  static RunDirectory reopen(UnfinishedRun run) {
    return reopen(run.folder(), run.config().name(), run.started());
  }

  /** The same for any folder that another process left. */
  static RunDirectory reopen(Path left, String name, Instant started) {
    Path absolute = left.toAbsolutePath().normalize();
    Path folder = absolute.endsWith(left) ? left : absolute;
    try {
      RunDirectory directory = new RunDirectory(folder.resolveSibling(""), name, started, folder);
      directory.published = !absolute.getFileName().toString().startsWith(hidden(name));
      directory.deleteTemporaries();
      return directory;
    } catch (IOException e) {
      throw RunFailedException.cannotWrite(folder, e);
    }
  }

  /** Gives the folder its name, which holds the first digits of the protocol's id. */
  void publish(String protocol) {
    publishAs(protocol.substring(0, SHORT_ID));
  }

  /** Gives the folder its name, with a word in it that tells what it holds. */
  synchronized void publishAs(String word) {
    refuseIfClosed();
    String wanted = name + "-" + word + "-" + time;
    for (int copy = 1; !published; copy++) {
      published = moveTo(out.resolve(copy == 1 ? wanted : wanted + "-" + copy));
    }
  }

  /** False where another run of the same second has the name. */
  private synchronized boolean moveTo(Path target) {
    lock.close(); // Windows moves no folder with an open file in it
    try {
      Files.move(path, target);
      path = target;
      lock = RunLock.take(path);
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
    write(file, content, false);
  }

  /** The same; afterwards the content is on the disk, and not in a cache of the system. */
  void writeThrough(String file, Content content) {
    write(file, content, true);
  }

  private void write(String file, Content content, boolean through) {
    Path target = path().resolve(file);
    Path temporary = target.resolveSibling("." + target.getFileName() + ".tmp");
    refuseIfClosed();
    try {
      Files.createDirectories(target.resolveSibling(""));
      try (FileOutputStream open = new FileOutputStream(temporary.toFile());
          OutputStream stream = new BufferedOutputStream(open, BUFFER)) {
        content.write(stream);
        stream.flush();
        if (through) {
          open.getFD().sync();
        }
      }
      finish(temporary, target);
    } catch (IOException e) {
      refuseIfClosed(); // whoever ended the run took the file away
      throw RunFailedException.cannotWrite(target, e);
    } finally {
      delete(temporary);
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

  private synchronized void finish(Path temporary, Path target) throws IOException {
    refuseIfClosed();
    Files.move(
        temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Takes a file or folder away, if it is there. */
  synchronized void remove(String file) {
    refuseIfClosed();
    deleteBelow(path.resolve(file), any -> true);
  }

  /**
   * Checks that the run goes on.
   *
   * @throws CancellationException if it has ended
   */
  synchronized void refuseIfClosed() {
    if (closed) {
      throw new CancellationException("the run has ended");
    }
  }

  /**
   * Ends the run: nothing is written afterwards, what was not finished goes, and so does the whole
   * folder if it has not got its name.
   */
  synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    lock.close();
    if (published) {
      deleteTemporaries();
    } else {
      deleteBelow(path, any -> true);
    }
  }

  /** What a process was writing when it ended. */
  private void deleteTemporaries() {
    deleteBelow(path, file -> file.getFileName().toString().matches("\\..*\\.tmp"));
  }

  /** A file that stays behind is not worth hiding what ended the run. */
  private static void deleteBelow(Path folder, Predicate<Path> choice) {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).filter(choice).forEach(RunDirectory::delete);
    } catch (IOException | UncheckedIOException e) {
      return;
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      return;
    }
  }
}
