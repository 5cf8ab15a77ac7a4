package org.recsys4j.data.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;
import org.recsys4j.api.data.InvalidDataException;

/** Writes sections one behind the other, then their table. Holds 1 MiB; for one thread. */
final class SectionWriter implements AutoCloseable {
  private static final int BUFFER = 1 << 20;

  private final Path file;
  private final FileChannel channel;
  private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER).order(ByteOrder.LITTLE_ENDIAN);
  private final ByteBuffer table =
      ByteBuffer.allocate(Section.values().length * Layout.ENTRY_BYTES)
          .order(ByteOrder.LITTLE_ENDIAN);
  private final CRC32C checksum = new CRC32C();
  private long begun;

  SectionWriter(Path file) throws IOException {
    this.file = file;
    this.channel =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE);
    channel.position(Layout.HEADER_BYTES);
    begun = Layout.HEADER_BYTES;
  }

  void putByte(int value) throws IOException {
    room(Byte.BYTES).put((byte) value);
  }

  void putChar(int value) throws IOException {
    room(Character.BYTES).putChar((char) value);
  }

  void putInt(int value) throws IOException {
    room(Integer.BYTES).putInt(value);
  }

  void putLong(long value) throws IOException {
    room(Long.BYTES).putLong(value);
  }

  void putFloat(float value) throws IOException {
    room(Float.BYTES).putFloat(value);
  }

  void putText(String text) throws IOException {
    ByteBuffer bytes;
    try {
      bytes = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
    } catch (CharacterCodingException e) {
      throw new InvalidDataException(
          file + ": a text has half a surrogate pair, which UTF-8 cannot write", e);
    }
    putInt(bytes.remaining());
    while (bytes.hasRemaining()) {
      ByteBuffer room = room(1);
      int count = Math.min(room.remaining(), bytes.remaining());
      room.put(bytes.array(), bytes.arrayOffset() + bytes.position(), count);
      bytes.position(bytes.position() + count);
    }
  }

  private ByteBuffer room(int bytes) throws IOException {
    if (buffer.remaining() < bytes) {
      flush();
    }
    return buffer;
  }

  private void flush() throws IOException {
    buffer.flip();
    checksum.update(buffer.array(), 0, buffer.limit());
    writeAll(buffer);
    buffer.clear();
  }

  private void writeAll(ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }

  /** Ends a section; they come in the order of {@link Section}. */
  void end() throws IOException {
    flush();
    table.putLong(checksum.getValue()).putLong(begun).putLong(channel.position() - begun);
    checksum.reset();
    begun = channel.position();
  }

  /** Writes table and header, and forces all to the disk. */
  void finish() throws IOException {
    int sections = table.position() / Layout.ENTRY_BYTES;
    checksum.update(table.array(), 0, table.position());
    ByteBuffer header = ByteBuffer.allocate(Layout.HEADER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    header.putLong(Layout.MAGIC).putInt(Layout.VERSION).putInt(sections);
    header.putLong(begun).putLong(checksum.getValue()).flip();
    writeAll(table.flip());
    channel.position(0);
    writeAll(header);
    channel.force(true);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
