package org.recsys4j.api.data;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Objects;

/**
 * Features ready for a model: one row a user or an item, by index, and as many columns as the
 * schema is wide. Immutable. Holds {@code 4 x rows x width} bytes.
 */
public final class FeatureMatrix {
  private static final int LARGEST = Integer.MAX_VALUE - 8;

  private final FeatureSchema schema;
  private final int rows;
  private final int width;
  private final float[] values;
  private final BitSet known;

  private FeatureMatrix(FeatureSchema schema, int rows, float[] values, BitSet known) {
    this.schema = schema;
    this.rows = rows;
    this.width = schema.width();
    this.values = values;
    this.known = known;
  }

  /**
   * A matrix without columns: no features are known.
   *
   * @param rows number of users or items
   * @return the matrix
   */
  public static FeatureMatrix none(int rows) {
    return new FeatureMatrix(FeatureSchema.NONE, rows, new float[0], new BitSet());
  }

  /**
   * What the columns mean.
   *
   * @return the schema
   */
  public FeatureSchema schema() {
    return schema;
  }

  /**
   * How many users or items there are.
   *
   * @return number of rows
   */
  public int rows() {
    return rows;
  }

  /**
   * How many numbers each row has.
   *
   * @return the width of the schema; 0 where there are no features
   */
  public int width() {
    return width;
  }

  /**
   * A number.
   *
   * @param row from 0 to {@code rows() - 1}
   * @param column from 0 to {@code width() - 1}
   * @return a finite number
   */
  public float value(int row, int column) {
    Objects.checkIndex(column, width);
    return values[row * width + column];
  }

  /**
   * Copies a row.
   *
   * @param row from 0 to {@code rows() - 1}
   * @param target where to
   * @param at index of the first number there
   */
  public void copyRow(int row, float[] target, int at) {
    System.arraycopy(values, row * width, target, at, width);
  }

  /**
   * Whether a row has features. One that has none was left out for its missing values; its numbers
   * are 0.
   *
   * @param row from 0 to {@code rows() - 1}
   * @return false where the numbers mean nothing
   */
  public boolean isKnown(int row) {
    return known.get(row);
  }

  /**
   * What tells two matrices apart.
   *
   * @return SHA-256 of schema and numbers, hexadecimal
   */
  public String checksum() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(schema.toString().getBytes(StandardCharsets.UTF_8));
      ByteBuffer row = ByteBuffer.allocate(Math.max(1, 4 * width + 1));
      for (int i = 0; i < rows; i++) {
        row.clear().put((byte) (known.get(i) ? 1 : 0));
        for (int column = 0; column < width; column++) {
          row.putFloat(values[i * width + column]);
        }
        digest.update(row.flip());
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof FeatureMatrix that
        && rows == that.rows
        && schema.equals(that.schema)
        && known.equals(that.known)
        && Arrays.equals(values, that.values);
  }

  @Override
  public int hashCode() {
    return 31 * schema.hashCode() + Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%d x %d features", rows, width);
  }

  /** Takes the numbers row by row. For one thread. */
  public static final class Builder {
    private final FeatureSchema schema;
    private final int rows;
    private final int width;
    private final float[] values;
    private final BitSet known = new BitSet();

    /**
     * A matrix whose rows are all unknown.
     *
     * @param schema what the columns mean
     * @param rows number of users or items
     * @throws InvalidDataException if the numbers do not fit an array
     */
    public Builder(FeatureSchema schema, int rows) {
      this.schema = schema;
      this.rows = rows;
      this.width = schema.width();
      if ((long) rows * width > LARGEST) {
        throw new InvalidDataException(
            String.format(
                Locale.ROOT,
                "%d rows of %d features are more than %d numbers; select fewer features",
                rows,
                width,
                LARGEST));
      }
      this.values = new float[rows * width];
    }

    /**
     * Sets a row.
     *
     * @param row from 0 to the number of rows - 1
     * @param numbers as many as the schema is wide
     * @return this
     * @throws IllegalArgumentException if there are more or fewer, or one is not finite
     */
    public Builder set(int row, float... numbers) {
      Objects.checkIndex(row, rows);
      if (numbers.length != width) {
        throw new IllegalArgumentException(numbers.length + " numbers for a width of " + width);
      }
      for (float number : numbers) {
        if (!Float.isFinite(number)) {
          throw new IllegalArgumentException("row " + row + " holds " + number);
        }
      }
      System.arraycopy(numbers, 0, values, row * width, width);
      known.set(row);
      return this;
    }

    /**
     * Freezes the matrix. The builder is not to be used afterwards.
     *
     * @return the matrix
     */
    public FeatureMatrix build() {
      return new FeatureMatrix(schema, rows, values, known);
    }
  }
}
