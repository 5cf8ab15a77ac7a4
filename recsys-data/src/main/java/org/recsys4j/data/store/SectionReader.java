package org.recsys4j.data.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;
import org.recsys4j.api.data.InvalidDataException;

/** Maps the sections of a file, each after its checksum was found right. */
final class SectionReader implements AutoCloseable {
  /** A mapping has less than 2^31 bytes. */
  private static final long WINDOW = 1L << 30;

  private final Path file;
  private final FileChannel channel;
  private final ByteBuffer table;

  SectionReader(Path file) throws IOException {
    this.file = file;
    this.channel = FileChannel.open(file, StandardOpenOption.READ);
    try {
      this.table = table();
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  private ByteBuffer table() throws IOException {
    long size = channel.size();
    if (size < Layout.HEADER_BYTES) {
      throw damaged("has " + size + " bytes");
    }
    ByteBuffer header = map(0, Layout.HEADER_BYTES);
    if (header.getLong() != Layout.MAGIC) {
      throw damaged("does not begin as such a file does");
    }
    int version = header.getInt();
    int sections = header.getInt();
    if (version != Layout.VERSION || sections != Section.values().length) {
      throw new InvalidDataException(
          file + ": is of version " + version + " of the format, not " + Layout.VERSION);
    }
    long place = header.getLong();
    long length = (long) sections * Layout.ENTRY_BYTES;
    if (place < Layout.HEADER_BYTES || place != size - length) {
      throw damaged("was cut off or has bytes too many");
    }
    ByteBuffer entries = map(place, length);
    verify(entries, header.getLong(), "table");
    return entries;
  }

  private ByteBuffer map(long from, long length) throws IOException {
    return channel.map(FileChannel.MapMode.READ_ONLY, from, length).order(ByteOrder.LITTLE_ENDIAN);
  }

  private void verify(ByteBuffer bytes, long expected, String what) {
    CRC32C checksum = new CRC32C();
    checksum.update(bytes.duplicate());
    if (checksum.getValue() != expected) {
      throw damaged("the checksum of its " + what + " is wrong");
    }
  }

  private InvalidDataException damaged(String what) {
    return new InvalidDataException(file + ": no whole file of a data set: " + what);
  }

  /** Verifies a section and opens it. */
  SectionInput open(Section section) throws IOException {
    int entry = section.place() * Layout.ENTRY_BYTES;
    long expected = table.getLong(entry);
    long from = table.getLong(entry + 8);
    long length = table.getLong(entry + 16);
    if (from < Layout.HEADER_BYTES || length < 0 || from > channel.size() - length) {
      throw damaged("its table is wrong");
    }
    int count = Math.toIntExact((length + WINDOW - 1) / WINDOW);
    ByteBuffer[] windows = new ByteBuffer[count];
    CRC32C checksum = new CRC32C();
    for (int i = 0; i < count; i++) {
      windows[i] = map(from + i * WINDOW, Math.min(WINDOW, length - i * WINDOW));
      checksum.update(windows[i].duplicate());
    }
    if (checksum.getValue() != expected) {
      throw damaged("the checksum of its section " + section + " is wrong");
    }
    return new SectionInput(windows);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
