package org.recsys4j.data.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.recsys4j.api.data.InvalidDataException;
import org.recsys4j.data.source.MovieLens.Layout;
import org.recsys4j.data.text.TextInput;

/** Finds files of MovieLens in a folder, plain or with {@code .gz} behind their names. */
record MovieLensFolder(Path folder) {
  MovieLensFolder {
    if (!Files.isDirectory(folder)) {
      throw new InvalidDataException(folder + ": no such folder");
    }
  }

  Optional<TextInput> find(String name) throws IOException {
    for (String written : List.of(name, name + ".gz")) {
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
                    String.format(Locale.ROOT, "%s: has no %s (plain or .gz)", folder, name)));
  }

  /** The layout that is wanted, or the one whose ratings are there. */
  MovieLensLayout layout(Layout wanted) throws IOException {
    if (wanted != Layout.AUTO) {
      return MovieLensLayout.of(wanted);
    }
    List<MovieLensLayout> found = new ArrayList<>();
    for (MovieLensLayout layout : MovieLensLayout.ALL) {
      if (find(layout.ratingsFile()).isPresent()) {
        found.add(layout);
      }
    }
    if (found.size() == 1) {
      return found.get(0);
    }
    throw new InvalidDataException(
        found.isEmpty()
            ? String.format(
                Locale.ROOT,
                "%s: no MovieLens data; looked for %s (plain or .gz)",
                folder,
                names(MovieLensLayout.ALL))
            : String.format(
                Locale.ROOT,
                "%s: more than one layout, %s; say which with layout = ...",
                folder,
                names(found)));
  }

  private static String names(List<MovieLensLayout> layouts) {
    return layouts.stream()
        .map(layout -> layout.ratingsFile() + " (" + layout.name() + ")")
        .collect(Collectors.joining(", "));
  }
}
