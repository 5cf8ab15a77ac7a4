package org.recsys4j.data.text;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.recsys4j.api.Progress;
import org.recsys4j.api.data.InvalidDataException;

/**
 * Bytes with a name: a file, or a resource in memory. Whether they are gzip or zstd is seen from
 * them.
 */
public final class TextInput {
  private static final int BUFFER = 1 << 16;
  private static final byte[] UTF_8_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};
  private static final byte[] UTF_16_MARK = {(byte) 0xfe, (byte) 0xff};
  private static final byte[] UTF_16_MARK_OF_WINDOWS = {(byte) 0xff, (byte) 0xfe};

  private final String name;
  private final long size;
  private final Opener opener;
  private final UnaryOperator<InputStream> view;

  private TextInput(String name, long size, Opener opener, UnaryOperator<InputStream> view) {
    this.name = name;
    this.size = size;
    this.opener = opener;
    this.view = view;
  }

  /** Begins to read. */
  @FunctionalInterface
  private interface Opener {
    InputStream open() throws IOException;
  }

  /**
   * A file.
   *
   * @param file where it is
   * @return the input, named as the path was written
   * @throws InvalidDataException if there is no such file, or it may not be read
   * @throws IOException if its size cannot be found out
   */
  public static TextInput of(Path file) throws IOException {
    if (!Files.exists(file)) {
      throw new InvalidDataException(file + ": no such file");
    }
    if (Files.isDirectory(file)) {
      throw new InvalidDataException(file + ": is a folder, not a file");
    }
    if (!Files.isReadable(file)) {
      throw new InvalidDataException(file + ": may not be read (permissions)");
    }
    return new TextInput(
        file.toString(), Files.size(file), () -> Files.newInputStream(file), text -> text);
  }

  /**
   * Bytes in memory.
   *
   * @param name what messages call them
   * @param content the bytes, plain or packed; not copied
   * @return the input
   */
  public static TextInput of(String name, byte[] content) {
    return new TextInput(
        name, content.length, () -> new ByteArrayInputStream(content), text -> text);
  }

  /**
   * The same text with one character in the place of another, as it is read.
   *
   * @param found an ASCII character
   * @param instead another one
   * @return a new input of the same name
   */
  public TextInput replacing(char found, char instead) {
    return new TextInput(
        name, size, opener, text -> new ReplacingStream(view.apply(text), found, instead));
  }

  /**
   * What messages call it.
   *
   * @return path of a file, name of a resource
   */
  public String name() {
    return name;
  }

  /**
   * Opens the text: unpacked, if it is gzip or zstd, and without a byte order mark. A file that
   * unpacks to more than 16 MiB and 250 times its size is refused.
   *
   * @param progress told how many bytes were read, as they are stored
   * @return a buffered stream; damaged data end in an {@link InvalidDataException} from any of its
   *     methods
   * @throws InvalidDataException if the bytes are packed in another way, or UTF-16
   * @throws IOException if the file cannot be opened
   */
  public InputStream open(Progress progress) throws IOException {
    InputStream raw = opener.open();
    try {
      CountingStream counted =
          new CountingStream(raw, progress.start("read " + name, size, "bytes"));
      InputStream text = Packing.unpack(name, new BufferedInputStream(counted, BUFFER), counted);
      if (Packing.startsWith(text, UTF_8_MARK)) {
        text.skipNBytes(UTF_8_MARK.length);
      } else if (Packing.startsWith(text, UTF_16_MARK)
          || Packing.startsWith(text, UTF_16_MARK_OF_WINDOWS)) {
        throw new InvalidDataException(name + ": is UTF-16 text; write it as UTF-8");
      }
      return view.apply(text);
    } catch (IOException | RuntimeException e) {
      raw.close();
      throw e;
    }
  }
}
