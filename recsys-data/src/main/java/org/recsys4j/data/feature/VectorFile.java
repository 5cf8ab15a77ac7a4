package org.recsys4j.data.feature;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.recsys4j.api.Progress;
import org.recsys4j.api.data.IdIndex;
import org.recsys4j.api.data.InvalidDataException;
import org.recsys4j.data.text.BadRows;
import org.recsys4j.data.text.Column;
import org.recsys4j.data.text.Row;
import org.recsys4j.data.text.RowReader;
import org.recsys4j.data.text.TextFormat;
import org.recsys4j.data.text.TextInput;

/**
 * Reads vectors. A text has one row a vector, {@code id v1 v2 ...}, with blanks between, plain or
 * gzip; a first row of two whole numbers (how many, how wide) is word2vec's and is checked.
 */
final class VectorFile {
  private static final TextFormat BLANKS =
      new TextFormat(" ", false, false, TextFormat.Encoding.UTF_8);
  private static final TextFormat LINES =
      new TextFormat("\t", false, false, TextFormat.Encoding.UTF_8);
  private static final Column ID = new Column("id", 0);
  private static final int LARGEST = Integer.MAX_VALUE - 8;

  private final String name;
  private final IdIndex.Builder ids = new IdIndex.Builder();
  private float[] values = new float[0];
  private int size;
  private int width = -1;
  private long announced = -1;

  private VectorFile(Path file) {
    this.name = file.toString();
  }

  static boolean isMatrix(Path file) {
    return file.toString().toLowerCase(Locale.ROOT).endsWith(".npy");
  }

  static Vectors read(Path file, Optional<Path> ids) throws IOException {
    return isMatrix(file) && ids.isPresent()
        ? matrix(file, ids.get())
        : new VectorFile(file).text(file);
  }

  private static Vectors matrix(Path file, Path names) throws IOException {
    NpyMatrix matrix = NpyMatrix.read(file);
    IdIndex.Builder ids = new IdIndex.Builder();
    forEach(names, LINES, row -> addNew(ids, row, names.toString()));
    if (ids.size() != matrix.rows()) {
      throw new InvalidDataException(
          String.format(
              Locale.ROOT, "%s has %d ids, %s %d vectors", names, ids.size(), file, matrix.rows()));
    }
    return new Vectors(ids.build(), matrix.columns(), matrix.values());
  }

  private interface Rows {
    void take(Row row);
  }

  private static void forEach(Path file, TextFormat format, Rows rows) throws IOException {
    try (RowReader reader = RowReader.open(TextInput.of(file), format, Progress.SILENT)) {
      reader.forEach(BadRows.FAIL, warning -> {}, rows::take);
    }
  }

  private Vectors text(Path file) throws IOException {
    forEach(file, BLANKS, this::take);
    if (ids.size() == 0) {
      throw new InvalidDataException(name + " holds no vector");
    }
    if (announced >= 0 && announced != ids.size()) {
      throw new InvalidDataException(
          name + " holds " + ids.size() + " vectors, its first line says " + announced);
    }
    return new Vectors(ids.build(), width, Arrays.copyOf(values, size));
  }

  private void take(Row row) {
    int fields = row.size();
    while (fields > 1 && row.isEmpty(new Column("end", fields - 1))) {
      fields--; // word2vec ends its lines in a blank
    }
    if (width < 0 && fields == 2 && isCount(row.text(ID)) && isCount(row.text(place(1)))) {
      announced = Long.parseLong(row.text(ID));
      width = Integer.parseInt(row.text(place(1)));
      return;
    }
    width = width < 0 ? fields - 1 : width;
    if (fields - 1 != width || width == 0) {
      throw InvalidDataException.at(
          name, row.line(), "a vector of " + (fields - 1) + " numbers among those of " + width);
    }
    addNew(ids, row, name);
    grow(row.line());
    for (int i = 1; i <= width; i++) {
      values[size++] = row.number(place(i));
    }
  }

  private static void addNew(IdIndex.Builder ids, Row row, String file) {
    int next = ids.size();
    if (ids.add(row.text(ID)) != next) {
      throw InvalidDataException.at(file, row.line(), "\"" + row.text(ID) + "\" occurs twice");
    }
  }

  private void grow(long line) {
    long needed = (long) size + width;
    if (needed > LARGEST) {
      throw InvalidDataException.at(name, line, "more than " + LARGEST + " numbers");
    }
    if (needed > values.length) {
      values = Arrays.copyOf(values, (int) Math.min(LARGEST, Math.max(needed, 2L * values.length)));
    }
  }

  private static boolean isCount(String text) {
    return text.matches("[1-9]\\d{0,8}");
  }

  private static Column place(int index) {
    return new Column("number " + index, index);
  }
}
