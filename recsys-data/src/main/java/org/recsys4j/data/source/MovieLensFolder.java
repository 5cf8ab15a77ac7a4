package org.recsys4j.data.source;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.recsys4j.api.data.InvalidDataException;
import org.recsys4j.data.source.MovieLens.Layout;
import org.recsys4j.data.text.TextInput;

/** Finds files of MovieLens in a folder. */
record MovieLensFolder(DataFolder files) {
  MovieLensFolder(Path folder) {
    this(new DataFolder(folder));
  }

  Optional<TextInput> find(String name) throws IOException {
    return files.find(name);
  }

  TextInput require(String name) throws IOException {
    return files.require(name);
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
                "%s: no MovieLens data; looked for %s (plain, .gz or .zst)",
                files.folder(),
                names(MovieLensLayout.ALL))
            : String.format(
                Locale.ROOT,
                "%s: more than one layout, %s; say which with layout = ...",
                files.folder(),
                names(found)));
  }

  private static String names(List<MovieLensLayout> layouts) {
    return layouts.stream()
        .map(layout -> layout.ratingsFile() + " (" + layout.name() + ")")
        .collect(Collectors.joining(", "));
  }
}
