package org.recsys4j.data.split;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;
import org.recsys4j.api.data.InvalidDataException;
import org.recsys4j.data.text.Sha256;

/**
 * Writes a gzip file of tab-separated values, and hashes what goes into it. The file holds neither
 * name nor time, so equal content gives equal files.
 */
final class TsvWriter implements AutoCloseable {
  private static final int BUFFER = 1 << 16;

  private final Path file;
  private final OutputStream out;
  private final MessageDigest digest = Sha256.digest();
  private final CharsetEncoder encoder = StandardCharsets.UTF_8.newEncoder();
  private final StringBuilder text = new StringBuilder(BUFFER);
  private boolean rowBegun;

  TsvWriter(Path file) throws IOException {
    this.file = file;
    this.out = new FastGzip(Files.newOutputStream(file));
  }

  TsvWriter field(String value) {
    begin();
    TsvText.escape(value, text);
    return this;
  }

  TsvWriter field(long value) {
    begin();
    text.append(value);
    return this;
  }

  /** The shortest text that reads back as the same float; whole numbers without a point. */
  TsvWriter field(float value) {
    begin();
    int whole = (int) value;
    if (Float.floatToRawIntBits(whole) == Float.floatToRawIntBits(value)) {
      text.append(whole);
    } else {
      text.append(value);
    }
    return this;
  }

  private void begin() {
    if (rowBegun) {
      text.append('\t');
    }
    rowBegun = true;
  }

  void endRow() throws IOException {
    text.append('\n');
    rowBegun = false;
    if (text.length() > BUFFER / 2) {
      flush();
    }
  }

  private void flush() throws IOException {
    ByteBuffer bytes;
    try {
      bytes = encoder.encode(CharBuffer.wrap(text));
    } catch (CharacterCodingException e) {
      throw new InvalidDataException(
          file + ": a text has half a surrogate pair, which UTF-8 cannot write", e);
    }
    digest.update(bytes.array(), bytes.arrayOffset(), bytes.limit());
    out.write(bytes.array(), bytes.arrayOffset(), bytes.limit());
    text.setLength(0);
  }

  /**
   * Ends the file.
   *
   * @return SHA-256 of what went into it, before it was packed
   */
  String finish() throws IOException {
    flush();
    out.close();
    return HexFormat.of().formatHex(digest.digest());
  }

  @Override
  public void close() throws IOException {
    out.close();
  }

  /** Gzip in a third of the usual time, for files an eighth larger. */
  private static final class FastGzip extends GZIPOutputStream {
    FastGzip(OutputStream out) throws IOException {
      super(out, BUFFER);
      def.setLevel(2);
    }
  }
}
