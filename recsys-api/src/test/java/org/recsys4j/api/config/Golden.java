package org.recsys4j.api.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Texts that users see, kept as files below {@code golden/} so that a change of one is reviewed.
 */
public final class Golden {
  private Golden() {}

  /** The text of a golden file, without its last line break. */
  public static String text(String name) {
    try (InputStream in = Golden.class.getResourceAsStream("/golden/" + name)) {
      assertThat(in).as("golden/" + name).isNotNull();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).stripTrailing();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Copies a golden file into a folder, to be read from there. */
  public static Path copy(String name, Path folder) throws IOException {
    return Files.writeString(folder.resolve(name), text(name) + "\n");
  }

  /** Compares a message with a golden file; paths in the folder are shown by their names alone. */
  public static void assertMatches(String name, Path folder, String message) {
    assertThat(message.replace(folder.toString() + java.io.File.separator, ""))
        .isEqualTo(text(name));
  }
}
