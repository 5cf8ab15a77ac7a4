package org.recsys4j.data.privacy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import org.recsys4j.api.data.InvalidDataException;

/** Finds a key. Messages name where it was looked for, never the key. */
final class SecretKey {
  private static final int FEWEST_BYTES = 16;
  private static final long MOST_BYTES = 1 << 16;

  private SecretKey() {}

  /**
   * The bytes of a file, or of a variable in UTF-8, without line ends behind.
   *
   * @throws InvalidDataException if there is no key, or one that is easily guessed
   */
  static byte[] read(
      Optional<Path> file, String variable, Function<String, Optional<String>> environment) {
    String where = file.map(it -> "file " + it).orElse("environment variable " + variable);
    byte[] key =
        file.map(SecretKey::content)
            .or(() -> environment.apply(variable).map(SecretKey::bytes))
            .orElseThrow(() -> new InvalidDataException("no key: set " + where));
    if (key.length < FEWEST_BYTES) {
      throw new InvalidDataException(
          "the key in " + where + " is shorter than " + FEWEST_BYTES + " bytes");
    }
    return key;
  }

  private static byte[] bytes(String text) {
    return text.stripTrailing().getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] content(Path file) {
    try {
      if (Files.size(file) > MOST_BYTES) {
        throw new InvalidDataException(file + " is longer than a key of " + MOST_BYTES + " bytes");
      }
      byte[] bytes = Files.readAllBytes(file);
      int end = bytes.length;
      while (end > 0 && (bytes[end - 1] == '\n' || bytes[end - 1] == '\r')) {
        end--;
      }
      return Arrays.copyOf(bytes, end);
    } catch (IOException e) {
      throw new InvalidDataException("cannot read the key in " + file, e);
    }
  }
}
