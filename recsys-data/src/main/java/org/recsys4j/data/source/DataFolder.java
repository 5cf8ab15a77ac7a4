package org.recsys4j.data.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.recsys4j.api.data.InvalidDataException;
import org.recsys4j.data.text.TextInput;

/**
 * A folder with files of fixed names, plain or with {@code .gz} or {@code .zst} behind their names.
 */
record DataFolder(Path folder) {
  DataFolder {
    if (!Files.isDirectory(folder)) {
      throw new InvalidDataException(folder + ": no such folder");
    }
  }

  Optional<TextInput> find(String name) throws IOException {
    for (String written : List.of(name, name + ".gz", name + ".zst")) {
      Path file = folder.resolve(written);
      if (!name.isEmpty() && Files.exists(file)) {
        return Optional.of(TextInput.of(file));
      }
    }
    return Optional.empty();
  }

  TextInput require(String name) throws IOException {
    return find(name)
        .orElseThrow(
            () ->
                new InvalidDataException(
                    String.format(
                        Locale.ROOT, "%s: has no %s (plain, .gz or .zst)", folder, name)));
  }
}
