package org.recsys4j.data.text;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.recsys4j.api.data.InvalidDataException;

/**
 * Looks at the frames of packed zstd data on their way to the decoder, which would reserve as much
 * memory as a frame asks for: four bytes can ask for all there is. The layout is that of RFC 8878,
 * section 3.1.
 */
final class ZstdFrames extends FilterInputStream {
  /** What every decoder must be able to keep, says the RFC, and what this one keeps at most. */
  private static final long LARGEST_WINDOW = 1L << 23;

  private static final int MAGIC = 0xfd2fb528;
  private static final int MAGIC_OF_SKIPPABLE = 0x184d2a50;
  private static final int LONGEST_HEADER = 18;

  private final String name;
  private final ByteBuffer header =
      ByteBuffer.allocate(LONGEST_HEADER).order(ByteOrder.LITTLE_ENDIAN);
  private State state = State.MAGIC;
  private long skipped;
  private boolean checksum;

  /** What comes next. */
  private enum State {
    MAGIC(4),
    SIZE_OF_SKIPPABLE(4),
    DESCRIPTOR(1),
    FIELDS(0), // as many as the descriptor says
    BLOCK(3);

    private final int length;

    State(int length) {
      this.length = length;
    }
  }

  ZstdFrames(String name, InputStream packed) {
    super(packed);
    this.name = name;
    expect(State.MAGIC, State.MAGIC.length);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    int read = read(one, 0, 1);
    return read < 0 ? read : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int read = in.read(bytes, offset, length);
    if (read > 0) {
      pass(ByteBuffer.wrap(bytes, offset, read));
    } else if (state != State.MAGIC || header.position() > 0 || skipped > 0) {
      throw Packing.ZSTD.damaged(name, "cut off", null);
    }
    return read;
  }

  private void expect(State next, int length) {
    state = next;
    header.clear().limit(length);
  }

  private void pass(ByteBuffer bytes) {
    while (bytes.hasRemaining()) {
      if (skipped > 0) {
        int passed = (int) Math.min(skipped, bytes.remaining());
        bytes.position(bytes.position() + passed);
        skipped -= passed;
      } else {
        header.put(bytes.get());
        if (!header.hasRemaining()) {
          header.flip();
          look();
        }
      }
    }
  }

  private void look() {
    switch (state) {
      case MAGIC -> {
        int magic = header.getInt();
        if ((magic & ~0xf) == MAGIC_OF_SKIPPABLE) {
          expect(State.SIZE_OF_SKIPPABLE, State.SIZE_OF_SKIPPABLE.length);
        } else if (magic == MAGIC) {
          expect(State.DESCRIPTOR, State.DESCRIPTOR.length);
        } else {
          throw Packing.ZSTD.damaged(name, "damaged", null);
        }
      }
      case SIZE_OF_SKIPPABLE -> {
        skipped = Integer.toUnsignedLong(header.getInt());
        expect(State.MAGIC, State.MAGIC.length);
      }
      case DESCRIPTOR -> {
        int descriptor = header.get();
        checksum = (descriptor & 4) != 0;
        expect(State.FIELDS, 1 + lengthOfFields(descriptor));
        header.put((byte) descriptor);
      }
      case FIELDS -> {
        checkFields();
        expect(State.BLOCK, State.BLOCK.length);
      }
      case BLOCK -> skipBlock();
    }
  }

  private static int lengthOfFields(int descriptor) {
    return (isSingle(descriptor) ? 0 : 1)
        + lengthOfDictionary(descriptor)
        + lengthOfSize(descriptor);
  }

  private static boolean isSingle(int descriptor) {
    return (descriptor & 0x20) != 0;
  }

  private static int lengthOfDictionary(int descriptor) {
    int code = descriptor & 3;
    return code == 3 ? 4 : code;
  }

  private static int lengthOfSize(int descriptor) {
    int code = descriptor >> 6 & 3;
    return code == 0 ? (isSingle(descriptor) ? 1 : 0) : 1 << code;
  }

  private void checkFields() {
    int descriptor = header.get();
    long window = isSingle(descriptor) ? 0 : window(header.get());
    if (number(lengthOfDictionary(descriptor)) != 0) {
      throw new InvalidDataException(name + ": the zstd data need a dictionary");
    }
    if (isSingle(descriptor)) {
      window = number(lengthOfSize(descriptor)); // all of the content, where there is no window
    }
    if (window < 0 || window > LARGEST_WINDOW) {
      throw new InvalidDataException(
          name
              + ": the zstd data need a window of more than 8 MiB; pack the file again without"
              + " --long or --ultra");
    }
  }

  private static long window(int descriptor) {
    long base = 1L << (10 + (descriptor >> 3 & 31));
    return base + base / 8 * (descriptor & 7);
  }

  private long number(int bytes) {
    long number = 0;
    for (int i = 0; i < bytes; i++) {
      number |= (header.get() & 0xffL) << (8 * i);
    }
    return number;
  }

  private void skipBlock() {
    long block = number(State.BLOCK.length);
    boolean last = (block & 1) != 0;
    boolean repeated = (block >> 1 & 3) == 1;
    skipped = (repeated ? 1 : block >> 3) + (last && checksum ? Integer.BYTES : 0);
    State next = last ? State.MAGIC : State.BLOCK;
    expect(next, next.length);
  }
}
