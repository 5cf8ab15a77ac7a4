package org.recsys4j.data.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.recsys4j.api.Progress;
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
      MovieLensLayout layout = found.get(0);
      return layout.isLikeMl10m() && hasUtf8Titles(layout)
          ? MovieLensLayout.of(Layout.ML_10M)
          : layout;
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

  /** MovieLens 10M has titles in UTF-8; those of 1M are Latin-1, some of which is no UTF-8. */
  private boolean hasUtf8Titles(MovieLensLayout layout) throws IOException {
    Optional<TextInput> titles = find(layout.itemsFile());
    if (titles.isEmpty()) {
      return false;
    }
    try (InputStream in = titles.get().open(Progress.SILENT)) {
      Reader decoded =
          new InputStreamReader(
              in,
              StandardCharsets.UTF_8
                  .newDecoder()
                  .onMalformedInput(CodingErrorAction.REPORT)
                  .onUnmappableCharacter(CodingErrorAction.REPORT));
      decoded.transferTo(Writer.nullWriter());
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  private static String names(List<MovieLensLayout> layouts) {
    return layouts.stream()
        .map(layout -> layout.ratingsFile() + " (" + layout.name() + ")")
        .collect(Collectors.joining(", "));
  }
}
