package org.recsys4j.data.feature;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.recsys4j.api.data.FeatureRow;
import org.recsys4j.api.data.InvalidDataException;

/** Finds the files of rows in a folder, and never one outside, links included. */
record PictureFolder(Path folder) {
  private static final List<String> ENDINGS = List.of(".png", ".jpg", ".jpeg");

  /**
   * The picture of a row.
   *
   * @return an existing file, empty where there is none
   * @throws InvalidDataException if the name leads out of the folder
   */
  Optional<Path> find(String id, Optional<String> column, FeatureRow row) {
    if (!Files.isDirectory(folder)) {
      throw new InvalidDataException(folder + " is no folder");
    }
    if (column.isPresent()) {
      return row.value(column.get()).flatMap(this::inside);
    }
    return ENDINGS.stream()
        .map(ending -> inside(id + ending))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private Optional<Path> inside(String name) {
    try {
      Path root = folder.toAbsolutePath().normalize();
      Path file = root.resolve(name).normalize();
      if (!file.startsWith(root)) {
        throw new InvalidDataException("\"" + name + "\" is outside of " + folder);
      }
      if (!Files.isRegularFile(file)) {
        return Optional.empty();
      }
      if (!file.toRealPath().startsWith(root.toRealPath())) {
        throw new InvalidDataException(file + " is a link out of " + folder);
      }
      return Optional.of(file);
    } catch (InvalidPathException e) {
      return Optional.empty(); // no file can have such a name
    } catch (IOException e) {
      throw new InvalidDataException("cannot read \"" + name + "\" in " + folder, e);
    }
  }
}
