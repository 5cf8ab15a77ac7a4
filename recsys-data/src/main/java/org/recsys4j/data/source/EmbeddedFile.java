package org.recsys4j.data.source;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.HexFormat;
import java.util.Locale;
import org.recsys4j.api.data.InvalidDataException;
import org.recsys4j.data.text.Sha256;
import org.recsys4j.data.text.TextInput;

/**
 * A data file in this jar.
 *
 * @param name path of the resource, below this package
 * @param sha256 what its bytes must hash to, in hexadecimal
 */
record EmbeddedFile(String name, String sha256) {
  /**
   * Reads the whole file, a few megabytes at most.
   *
   * @throws InvalidDataException if it is not the file that was put into the jar
   */
  TextInput open() throws IOException {
    try (InputStream in = EmbeddedFile.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new FileNotFoundException("the jar of recsys-data lacks " + name);
      }
      byte[] content = in.readAllBytes();
      String found = HexFormat.of().formatHex(Sha256.digest().digest(content));
      if (!found.equals(sha256)) {
        throw new InvalidDataException(
            String.format(
                Locale.ROOT,
                "%s in the jar of recsys-data is damaged: its SHA-256 is %s, not %s",
                name,
                found,
                sha256));
      }
      return TextInput.of(name, content);
    }
  }
}
