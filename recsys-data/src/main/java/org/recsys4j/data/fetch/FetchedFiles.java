package org.recsys4j.data.fetch;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.recsys4j.api.Progress;
import org.recsys4j.api.data.InvalidDataException;

/**
 * The checksums of what was unpacked, in the format of {@code sha256sum}, so that a later call, or
 * anybody, can verify it without the archive: {@code sha256sum -c fetched.sha256}.
 */
final class FetchedFiles {
  private static final String NAME = "fetched.sha256";

  private FetchedFiles() {}

  static boolean areIn(Path home) {
    return Files.isRegularFile(home.resolve(NAME));
  }

  static void write(Path home, Progress progress) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(home)) {
      files = all.filter(Files::isRegularFile).sorted().toList();
    }
    List<String> lines = new ArrayList<>();
    for (Path file : files) {
      String name = home.relativize(file).toString().replace('\\', '/');
      lines.add(Digests.of(file, progress) + "  " + name);
    }
    Files.write(home.resolve(NAME), lines, StandardCharsets.UTF_8);
  }

  /**
   * Verifies what is there.
   *
   * @throws InvalidDataException naming the first file that is missing or was changed
   */
  static void verify(Path home, Progress progress) throws IOException {
    List<String> lines;
    try {
      lines = Files.readAllLines(home.resolve(NAME), StandardCharsets.UTF_8);
    } catch (MalformedInputException e) {
      throw changed(home, NAME, "is not UTF-8");
    }
    for (String line : lines) {
      if (!line.matches("[0-9a-f]{64} {2}.+")) {
        throw changed(home, NAME, "is no list of checksums");
      }
      String name = line.substring(66);
      Path file = home.resolve(name).normalize();
      if (!file.startsWith(home.normalize()) || !Files.isRegularFile(file)) {
        throw changed(home, name, "is missing");
      } else if (!Digests.of(file, progress).equals(line.substring(0, 64))) {
        throw changed(home, name, "was changed since it was fetched");
      }
    }
  }

  private static InvalidDataException changed(Path home, String name, String how) {
    return new InvalidDataException(
        home.resolve(name) + ": " + how + "; delete " + home + " to fetch it again");
  }
}
