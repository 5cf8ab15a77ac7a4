package org.recsys4j.data.parquet;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.recsys4j.api.data.InvalidDataException;
import org.recsys4j.data.text.Snippet;

/** A file whose footer was read. For one thread. */
public final class ParquetFile implements AutoCloseable {
  private static final int MAGIC = 0x31524150; // PAR1
  private static final int ENCRYPTED_MAGIC = 0x45524150; // PARE
  private static final int TAIL = 8;
  private static final long LARGEST_FOOTER = 1L << 27;

  /** An event takes more than half a bit: a file that claims more rows was made to fill memory. */
  private static final long MOST_ROWS_OF_A_BYTE = 16;

  private static final long ROWS_ALWAYS_ALLOWED = 1 << 20;

  private final String name;
  private final FileChannel channel;
  private final List<ParquetColumn> columns = new ArrayList<>();
  private final List<Thrift> groups;
  private final long rows;

  private ParquetFile(String name, FileChannel channel, Thrift footer) throws IOException {
    this.name = name;
    this.channel = channel;
    this.groups = footer.structs(4);
    this.rows = footer.number(3, -1);
    readSchema(footer.structs(2));
    checkRows();
  }

  /**
   * Opens a file.
   *
   * @param file where it is
   * @return the file, to be closed
   * @throws InvalidDataException if there is none, or it is no Parquet file, or damaged
   * @throws IOException if it cannot be read
   */
  public static ParquetFile open(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new InvalidDataException(
          file + (Files.exists(file) ? ": is no file" : ": no such file"));
    }
    FileChannel channel = FileChannel.open(file);
    try {
      return new ParquetFile(file.toString(), channel, footer(file.toString(), channel));
    } catch (DamagedException | EOFException e) {
      channel.close();
      throw new InvalidDataException(
          file
              + ": the footer is damaged: "
              + (e instanceof EOFException ? "cut off" : message(e)));
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  private static String message(Exception e) {
    return String.valueOf(e.getMessage());
  }

  private static Thrift footer(String name, FileChannel channel) throws IOException {
    long size = channel.size();
    if (size < 3 * Integer.BYTES || numbers(channel, 0, Integer.BYTES).getInt() != MAGIC) {
      throw new InvalidDataException(name + ": is no Parquet file");
    }
    ByteBuffer tail = numbers(channel, size - TAIL, TAIL);
    long length = Integer.toUnsignedLong(tail.getInt());
    int magic = tail.getInt();
    if (magic == ENCRYPTED_MAGIC) {
      throw new InvalidDataException(name + ": is encrypted");
    }
    if (magic != MAGIC) {
      throw new InvalidDataException(name + ": is cut off, or no Parquet file");
    }
    if (length > LARGEST_FOOTER || length > size - TAIL - Integer.BYTES) {
      throw new DamagedException("its length is wrong");
    }
    return Thrift.read(new ByteArrayInputStream(read(channel, size - TAIL - length, (int) length)));
  }

  private static byte[] read(FileChannel channel, long from, int length) throws IOException {
    byte[] bytes = new byte[length];
    ByteBuffer target = ByteBuffer.wrap(bytes);
    while (target.hasRemaining()) {
      if (channel.read(target, from + target.position()) < 0) {
        throw new EOFException();
      }
    }
    return bytes;
  }

  private static ByteBuffer numbers(FileChannel channel, long from, int length) throws IOException {
    return ByteBuffer.wrap(read(channel, from, length)).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** The schema is a tree, written parents first; its root has no type. */
  private void readSchema(List<Thrift> elements) {
    int at = 1;
    while (at < elements.size()) {
      Thrift element = elements.get(at);
      boolean leaf = element.number(5, 0) == 0;
      boolean repeated = element.number(3, 0) == 2;
      if (leaf && !repeated && element.has(1)) {
        columns.add(ParquetColumn.of(element));
      }
      at = behind(elements, at);
    }
  }

  private static int behind(List<Thrift> elements, int element) {
    long open = 1;
    int at = element;
    while (open > 0 && at < elements.size()) {
      open += Math.max(0, elements.get(at).number(5, 0)) - 1;
      at++;
    }
    return at;
  }

  private void checkRows() throws IOException {
    long sum = 0;
    for (Thrift group : groups) {
      sum = Math.addExact(sum, Math.max(0, group.number(3, -1)));
    }
    if (sum != rows) {
      throw new DamagedException("it counts " + rows + " rows, but " + sum + " in groups");
    }
    if (rows > ROWS_ALWAYS_ALLOWED + MOST_ROWS_OF_A_BYTE * channel.size()) {
      throw new InvalidDataException(
          String.format(
              Locale.ROOT,
              "%s: %d rows in %d bytes are more than a table of events can have",
              name,
              rows,
              channel.size()));
    }
  }

  /**
   * What messages call it.
   *
   * @return the path as it was written
   */
  public String name() {
    return name;
  }

  /**
   * How many rows there are.
   *
   * @return zero or more
   */
  public long rows() {
    return rows;
  }

  /**
   * Goes through a column.
   *
   * @param role what messages call it
   * @param nameOrNumber the column's name, or else its number from 1
   * @return a cursor before the first row
   * @throws InvalidDataException if there is no such flat column, or more than one
   */
  public ColumnCursor column(String role, String nameOrNumber) {
    List<ParquetColumn> found =
        columns.stream().filter(it -> it.name().equals(nameOrNumber)).toList();
    if (found.size() > 1) {
      throw new InvalidDataException(
          name + ": two columns are called " + Snippet.of(nameOrNumber) + ", which is " + role);
    }
    if (found.isEmpty() && nameOrNumber.matches("[1-9][0-9]{0,4}")) {
      int index = Integer.parseInt(nameOrNumber) - 1;
      found = index < columns.size() ? List.of(columns.get(index)) : List.of();
    }
    if (found.isEmpty()) {
      throw new InvalidDataException(
          String.format(
              Locale.ROOT,
              "%s: no column %s for %s; the flat columns are %s",
              name,
              Snippet.of(nameOrNumber),
              role,
              columns.stream()
                  .limit(20)
                  .map(it -> Snippet.of(it.name()))
                  .collect(Collectors.joining(", "))));
    }
    ParquetColumn column = found.get(0);
    try {
      return new ColumnCursor(role, column, new Pages(channel, column, chunks(column)));
    } catch (DamagedException | IOException e) {
      throw new InvalidDataException(name + ": column " + column.name() + ": " + message(e));
    }
  }

  private List<Chunk> chunks(ParquetColumn column) throws IOException {
    List<Chunk> chunks = new ArrayList<>();
    for (Thrift group : groups) {
      List<Chunk> ofGroup = new ArrayList<>();
      for (Thrift chunk : group.structs(1)) {
        Thrift metadata = chunk.struct(3).orElse(chunk);
        if (metadata.list(3).equals(List.of(column.name()))) {
          if (chunk.has(1)) {
            throw new DamagedException("its data are in another file");
          }
          ofGroup.add(Chunk.of(metadata, channel.size()));
        }
      }
      if (ofGroup.size() != 1 || ofGroup.get(0).values() != group.number(3, -1)) {
        throw new DamagedException("a group of rows lacks it, or some of its values");
      }
      chunks.add(ofGroup.get(0));
    }
    return chunks;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
