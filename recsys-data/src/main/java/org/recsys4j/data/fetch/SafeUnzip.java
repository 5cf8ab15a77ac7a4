package org.recsys4j.data.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.recsys4j.api.Progress;
import org.recsys4j.api.data.InvalidDataException;
import org.recsys4j.data.text.Snippet;

/**
 * Unpacks a zip archive into a folder, whatever is in it. No file comes to lie outside of the
 * folder, and nothing but files and folders is made: a symbolic link in an archive becomes a file
 * that holds its target's name. What an archive says of its sizes is not believed: bytes are
 * counted as they come, and an archive that is a bomb ends in an error before it fills the disk.
 */
public final class SafeUnzip {
  private static final int BUFFER = 1 << 16;

  /** Below this size, a high ratio is none of a bomb: a file of zeros packs well. */
  private static final long HARMLESS = 10 << 20;

  private final Limits limits;

  /**
   * How much may come out of an archive.
   *
   * @param entries how many files and folders
   * @param bytes how many bytes together
   * @param ratio how many bytes for one packed byte, for files above 10 MiB
   */
  public record Limits(int entries, long bytes, int ratio) {
    /** Enough for all data sets that are listed here: the largest one unpacks to a gigabyte. */
    public static final Limits STANDARD = new Limits(10_000, 16L << 30, 200);
  }

  /**
   * An unpacker.
   *
   * @param limits how much may come out
   */
  public SafeUnzip(Limits limits) {
    this.limits = limits;
  }

  /**
   * Unpacks.
   *
   * @param archive the archive
   * @param folder where to; it must be empty or missing
   * @param progress told how many bytes came out
   * @throws InvalidDataException if the archive is damaged, a name leads out of the folder or
   *     occurs twice, or a limit is passed; what was unpacked so far stays
   * @throws IOException if a file cannot be written
   */
  public void unpack(Path archive, Path folder, Progress progress) throws IOException {
    Files.createDirectories(folder);
    try (ZipFile zip = new ZipFile(archive.toFile())) {
      List<? extends ZipEntry> entries = Collections.list(zip.entries());
      if (entries.size() > limits.entries()) {
        throw refused(archive, "has " + entries.size() + " entries, more than " + limits.entries());
      }
      Set<String> names = new HashSet<>();
      long declared = entries.stream().mapToLong(entry -> Math.max(0, entry.getSize())).sum();
      long left = limits.bytes();
      try (Progress.Task task =
          progress.start("unpack " + archive.getFileName(), declared, "bytes")) {
        for (ZipEntry entry : entries) {
          Path target = target(archive, entry, folder);
          if (!names.add(entry.getName().toLowerCase(Locale.ROOT))) {
            throw refused(archive, "has " + Snippet.of(entry.getName()) + " twice");
          }
          if (entry.isDirectory()) {
            Files.createDirectories(target);
          } else {
            Files.createDirectories(target.toAbsolutePath().getParent());
            left -= copy(archive, zip, entry, target, left, task);
          }
        }
      }
    } catch (ZipException e) {
      throw new InvalidDataException(
          archive + ": the zip archive is damaged: " + e.getMessage(), e);
    }
  }

  private static Path target(Path archive, ZipEntry entry, Path folder) {
    String name = entry.getName();
    boolean plain =
        !name.isEmpty()
            && !name.startsWith("/")
            && name.indexOf('\\') < 0
            && name.indexOf(':') < 0
            && name.chars().noneMatch(Character::isISOControl);
    try {
      Path root = folder.toAbsolutePath().normalize();
      Path target = root.resolve(name).normalize();
      boolean climbs = List.of(name.split("/")).contains("..");
      if (plain && !climbs && target.startsWith(root) && !target.equals(root)) {
        return target;
      }
    } catch (InvalidPathException e) {
      throw refused(archive, "has a file with the name " + Snippet.of(name));
    }
    throw refused(archive, "has a file with the name " + Snippet.of(name));
  }

  private long copy(
      Path archive, ZipFile zip, ZipEntry entry, Path target, long left, Progress.Task task)
      throws IOException {
    long most = Math.max(HARMLESS, limits.ratio() * Math.max(1, entry.getCompressedSize()));
    long written = 0;
    byte[] buffer = new byte[BUFFER];
    try (InputStream in = zip.getInputStream(entry);
        OutputStream out = Files.newOutputStream(target)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        written += read;
        if (written > left) {
          throw refused(archive, "unpacks to more than " + limits.bytes() + " bytes");
        }
        if (written > most) {
          throw refused(
              archive,
              Snippet.of(entry.getName())
                  + " unpacks to more than "
                  + limits.ratio()
                  + " times its packed size");
        }
        out.write(buffer, 0, read);
        task.advance(read);
      }
    }
    return written;
  }

  private static InvalidDataException refused(Path archive, String problem) {
    return new InvalidDataException(archive + ": is not unpacked: it " + problem);
  }
}
