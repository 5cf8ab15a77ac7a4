package org.recsys4j.data.split;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.recsys4j.api.data.InvalidDataException;
import org.recsys4j.data.text.Sha256;
import org.recsys4j.data.text.TextInput;

/**
 * The file {@code checksums.sha256} in the format of {@code sha256sum}. It speaks of the unpacked
 * files, whose bytes depend on no version of a packer: {@code gunzip -k *.gz && sha256sum -c
 * checksums.sha256}.
 */
final class Checksums {
  private static final String NAME = "checksums.sha256";
  private static final String PACKED = ".gz";

  private Checksums() {}

  /** Makes a folder count as unfinished. */
  static void remove(Path folder) throws IOException {
    Files.deleteIfExists(folder.resolve(NAME));
  }

  static void write(Path folder, SortedMap<String, String> checksums) throws IOException {
    StringBuilder text = new StringBuilder();
    checksums.forEach((name, sum) -> text.append(sum).append("  ").append(name).append('\n'));
    Files.writeString(folder.resolve(NAME), text);
  }

  /**
   * Checks files before anything is read from them.
   *
   * @param required the unpacked names of the files that must be there
   * @param optional the unpacked names of files that may be there
   * @return the names of all files that belong to the split
   * @throws InvalidDataException if one is missing or is not the one that was written
   */
  static Set<String> verify(Path folder, List<String> required, List<String> optional)
      throws IOException {
    SortedMap<String, String> checksums = read(folder);
    for (String name : required) {
      if (!checksums.containsKey(name)) {
        throw new InvalidDataException(folder.resolve(NAME) + ": lacks " + name);
      }
    }
    checksums.keySet().removeIf(name -> !required.contains(name) && !optional.contains(name));
    for (Map.Entry<String, String> file : checksums.entrySet()) {
      verify(folder.resolve(file.getKey() + PACKED), file.getValue());
    }
    return checksums.keySet();
  }

  private static void verify(Path file, String expected) throws IOException {
    String found = Sha256.of(TextInput.of(file));
    if (!found.equals(expected)) {
      throw new InvalidDataException(
          String.format(
              Locale.ROOT,
              "%s: was changed or damaged: the SHA-256 of its content is %s, not %s",
              file,
              found,
              expected));
    }
  }

  /** What {@link #write} was given. */
  static SortedMap<String, String> read(Path folder) throws IOException {
    Path file = folder.resolve(NAME);
    if (!Files.exists(file)) {
      throw new InvalidDataException(
          folder + ": holds no finished split (there is no " + NAME + ")");
    }
    List<String> lines;
    try {
      lines = Files.readAllLines(file, StandardCharsets.UTF_8);
    } catch (MalformedInputException e) {
      throw new InvalidDataException(file + ": is not UTF-8", e);
    }
    SortedMap<String, String> checksums = new TreeMap<>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (!line.matches("[0-9a-f]{64} [ *].+")) {
        throw InvalidDataException.at(
            file.toString(), i + 1, "is no checksum as sha256sum writes it");
      }
      checksums.put(line.substring(66), line.substring(0, 64));
    }
    return checksums;
  }
}
