package org.recsys4j.data.parquet;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.Iterator;
import java.util.List;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/** The pages of a column, group by group of rows. One is in memory at a time, and a dictionary. */
final class Pages {
  private static final int BUFFER = 1 << 16;
  private static final int LARGEST_PAGE = 1 << 27;
  private static final int MOST_TIMES = 250;
  private static final int ALWAYS_ALLOWED = 1 << 24;

  private static final int DATA = 0;
  private static final int DICTIONARY = 2;
  private static final int DATA_V2 = 3;

  private final FileChannel channel;
  private final ParquetColumn column;
  private final Iterator<Chunk> chunks;
  private @Nullable Chunk chunk;
  private InputStream in = InputStream.nullInputStream();
  private long left; // values of the chunk
  private @Nullable Dictionary dictionary;

  Pages(FileChannel channel, ParquetColumn column, List<Chunk> chunks) {
    this.channel = channel;
    this.column = column;
    this.chunks = chunks.iterator();
  }

  /** The next page with values, or null where there is none. */
  @Nullable Page next() throws IOException {
    while (left == 0) {
      if (!chunks.hasNext()) {
        return null;
      }
      chunk = chunks.next();
      in = new BufferedInputStream(new Region(channel, chunk.start(), chunk.length()), BUFFER);
      left = chunk.values();
      dictionary = null;
    }
    Page page = null;
    while (page == null) {
      page = read();
    }
    left -= page.size();
    return page;
  }

  /** A page, or null where it is one without values. */
  private @Nullable Page read() throws IOException {
    Thrift header = Thrift.read(in);
    int packedSize = header.size(3, "size of a page");
    int size = header.size(2, "size of a page");
    if (Math.max(packedSize, size) > LARGEST_PAGE
        || size > ALWAYS_ALLOWED + (long) MOST_TIMES * packedSize) {
      throw new DamagedException("a page of " + size + " bytes is too large");
    }
    byte[] packed = in.readNBytes(packedSize);
    if (packed.length < packedSize) {
      throw new EOFException();
    }
    checkSum(header, packed);
    return switch ((int) header.number(1, -1)) {
      case DATA -> data(header.struct(5).orElse(header), packed, size);
      case DATA_V2 -> dataV2(header.struct(8).orElse(header), packed, size);
      case DICTIONARY -> {
        Thrift own = header.struct(7).orElse(header);
        dictionary =
            new Dictionary(
                Decoder.plain(column.type(), codec().decompress(packed, 0, size), 0),
                own.size(1, "size of a dictionary"),
                size);
        yield null;
      }
      default -> null;
    };
  }

  private static void checkSum(Thrift header, byte[] packed) {
    if (header.has(4)) {
      CRC32 sum = new CRC32();
      sum.update(packed);
      if ((int) sum.getValue() != (int) header.number(4, 0)) {
        throw new DamagedException("the checksum of a page is wrong");
      }
    }
  }

  private Codec codec() {
    return chunk == null ? Codec.UNCOMPRESSED : chunk.codec();
  }

  private Page data(Thrift header, byte[] packed, int size) throws IOException {
    byte[] bytes = codec().decompress(packed, 0, size);
    int count = count(header);
    int start = 0;
    Hybrid present = Hybrid.CONSTANT_1;
    if (column.optional()) {
      if (header.number(3, Decoder.RLE) != Decoder.RLE) {
        throw new DamagedException("places of missing values are in an encoding of 2013");
      }
      int length = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt();
      start = Math.addExact(Integer.BYTES, length);
      present = new Hybrid(bytes, Integer.BYTES, start, 1);
    }
    return page(header.number(2, -1), bytes, start, count, present);
  }

  private Page dataV2(Thrift header, byte[] packed, int size) throws IOException {
    int repetitions = header.size(6, "size of a page's levels");
    int definitions = header.size(5, "size of a page's levels");
    int levels = Math.addExact(repetitions, definitions);
    if (levels > packed.length || levels > size) {
      throw new DamagedException("a page is shorter than its levels");
    }
    boolean compressed = header.number(7, 1) != 0;
    byte[] bytes =
        (compressed ? codec() : Codec.UNCOMPRESSED).decompress(packed, levels, size - levels);
    Hybrid present =
        column.optional() ? new Hybrid(packed, repetitions, levels, 1) : Hybrid.CONSTANT_1;
    return page(header.number(4, -1), bytes, 0, count(header), present);
  }

  private int count(Thrift header) {
    int count = header.size(1, "number of values of a page");
    if (count > left) {
      throw new DamagedException("there are more values than rows");
    }
    return count;
  }

  private Page page(long encoding, byte[] bytes, int start, int count, Hybrid present) {
    Decoder values = Decoder.of(encoding, column.type(), bytes, start, count, dictionary);
    return new Page(count, present, values);
  }

  /**
   * Values, some of which may be missing.
   *
   * @param size how many there are, missing ones included
   * @param present 1 where a value is there
   * @param values those that are there
   */
  record Page(int size, Hybrid present, Decoder values) {}

  /** Some bytes of a file. */
  private static final class Region extends InputStream {
    private final FileChannel channel;
    private long at;
    private final long end;

    Region(FileChannel channel, long start, long length) {
      this.channel = channel;
      this.at = start;
      this.end = start + length;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int wanted = (int) Math.min(length, end - at);
      if (wanted <= 0) {
        return length == 0 ? 0 : -1;
      }
      int read = channel.read(ByteBuffer.wrap(bytes, offset, wanted), at);
      at += Math.max(0, read);
      return read;
    }
  }
}
