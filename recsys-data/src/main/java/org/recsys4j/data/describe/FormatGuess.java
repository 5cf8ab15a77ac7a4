package org.recsys4j.data.describe;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.recsys4j.api.data.InvalidDataException;
import org.recsys4j.data.text.TextInput;

/**
 * How a file or folder that nobody described is probably written: which source reads it, with which
 * options. The guess is to be shown to the user, since it may be wrong.
 *
 * <p>A folder is known by the names of its files. Of a delimited file, the first rows are read: the
 * separator is the one that cuts all of them into equally many fields, two at least; there is a
 * header where the first row holds a usual name of a user's column, such as {@code userId} or
 * {@code user_id:token}; without one, the columns are user, item, value and timestamp, a third
 * column of large numbers alone being a timestamp.
 *
 * @param source name of the source
 * @param options what differs from the defaults, as a configuration would say it
 * @param summary the guess in a few words
 */
public record FormatGuess(String source, Map<String, Object> options, String summary) {
  private static final String FOLDER = "folder";

  /** Copies the map. */
  public FormatGuess {
    options = Map.copyOf(options);
  }

  /**
   * Guesses.
   *
   * @param path a file, plain or gzip, or a folder
   * @return the guess
   * @throws InvalidDataException if nothing fits
   * @throws IOException if the file cannot be read
   */
  public static FormatGuess of(Path path) throws IOException {
    return Files.isDirectory(path) ? ofFolder(path) : ofFile(path);
  }

  private static FormatGuess ofFolder(Path folder) throws IOException {
    if (has(folder, "ratings.csv") || has(folder, "ratings.dat") || has(folder, "u.data")) {
      return folder("movielens", folder, Map.of());
    } else if (has(folder, "train.txt") && has(folder, "test.txt")) {
      return folder("lightgcn", folder, Map.of());
    }
    try (var files = Files.list(folder)) {
      Optional<String> negatives =
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.matches(".+\\.test\\.negative(\\.gz)?"))
              .sorted()
              .findFirst();
      if (negatives.isPresent()) {
        String dataset = negatives.get().replaceFirst("\\.test\\.negative.*", "");
        return folder("ncf", folder, Map.of("dataset", dataset));
      }
    }
    try (var files = Files.list(folder)) {
      if (files.anyMatch(file -> file.toString().matches(".+\\.inter(\\.gz)?"))) {
        return folder("recbole", folder, Map.of());
      }
    }
    throw new InvalidDataException(
        folder + ": holds no data set of a known layout; name a file, or a source with --set");
  }

  private static boolean has(Path folder, String name) {
    return Files.exists(folder.resolve(name)) || Files.exists(folder.resolve(name + ".gz"));
  }

  private static FormatGuess folder(String source, Path folder, Map<String, Object> more) {
    Map<String, Object> options = new LinkedHashMap<>(more);
    options.put(FOLDER, folder.toString());
    return new FormatGuess(source, options, "the layout of the source " + source);
  }

  private static FormatGuess ofFile(Path file) throws IOException {
    List<String> lines = FirstLines.of(TextInput.of(file));
    if (lines.isEmpty()) {
      throw new InvalidDataException(file + ": is empty");
    }
    String separator = GuessedColumns.separator(file.toString(), lines);
    GuessedColumns columns = GuessedColumns.of(file.toString(), lines, separator);
    Map<String, Object> options = new LinkedHashMap<>();
    options.put("file", file.toString());
    options.put("separator", separator);
    options.put("header", columns.header());
    options.put("quotes", separator.equals(","));
    options.put("columns", columns.options());
    return new FormatGuess(
        "delimited",
        options,
        String.format(
            Locale.ROOT,
            "separator %s, %s, %s",
            separator.equals("\t") ? "tab" : "\"" + separator + "\"",
            columns.header() ? "a header" : "no header",
            columns.summary()));
  }
}
