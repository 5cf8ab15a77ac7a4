package org.recsys4j.data.convert;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.recsys4j.api.data.InvalidDataException;

/**
 * Files that are written together: all of them under other names first, and renamed when the last
 * one is complete. What was not committed is deleted by {@link #close}.
 */
final class OutputFiles implements AutoCloseable {
  private final boolean force;
  private final Map<Path, TextOutput> open = new LinkedHashMap<>();

  OutputFiles(boolean force) {
    this.force = force;
  }

  /**
   * Begins a file.
   *
   * @throws InvalidDataException if there is one of that name, and it may not be replaced
   */
  TextOutput begin(Path file) throws IOException {
    if (!force && Files.exists(file)) {
      throw new InvalidDataException(file + ": is there already; --force replaces it");
    }
    TextOutput output = TextOutput.open(file, part(file));
    open.put(file, output);
    return output;
  }

  private static Path part(Path file) {
    return file.resolveSibling("." + file.getFileName() + ".part");
  }

  /** Ends all files, and lets them appear. */
  List<Path> commit() throws IOException {
    for (TextOutput output : open.values()) {
      output.close();
    }
    List<Path> files = List.copyOf(open.keySet());
    for (Path file : files) {
      Files.move(
          part(file), file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
    open.clear();
    return files;
  }

  @Override
  public void close() throws IOException {
    for (Map.Entry<Path, TextOutput> left : open.entrySet()) {
      left.getValue().abandon();
      Files.deleteIfExists(part(left.getKey()));
    }
  }
}
