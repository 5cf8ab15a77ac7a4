package org.recsys4j.data.convert;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import org.recsys4j.api.data.InvalidDataException;
import org.recsys4j.data.text.Snippet;

/** A text file in UTF-8 with Unix line ends, gzip if its name ends in {@code .gz}. */
final class TextOutput {
  private static final int BUFFER = 1 << 16;

  private final Path file;
  private final BufferedWriter out;

  private TextOutput(Path file, BufferedWriter out) {
    this.file = file;
    this.out = out;
  }

  static TextOutput open(Path file, Path part) throws IOException {
    OutputStream bytes = Files.newOutputStream(part);
    try {
      boolean packed = file.toString().toLowerCase(Locale.ROOT).endsWith(".gz");
      OutputStream stored = packed ? new GZIPOutputStream(bytes, BUFFER) : bytes;
      return new TextOutput(
          file,
          new BufferedWriter(
              new OutputStreamWriter(stored, StandardCharsets.UTF_8.newEncoder()), BUFFER));
    } catch (IOException e) {
      bytes.close();
      throw e;
    }
  }

  TextOutput write(String text) throws IOException {
    try {
      out.write(text);
      return this;
    } catch (CharacterCodingException e) {
      throw unencodable(e);
    }
  }

  /** A text in which a character that has a meaning here cannot stand. */
  TextOutput field(String text, String forbidden) throws IOException {
    for (int i = 0; i < text.length(); i++) {
      if (forbidden.indexOf(text.charAt(i)) >= 0) {
        throw new InvalidDataException(
            file
                + ": "
                + Snippet.of(text)
                + " cannot be written in this format, in which "
                + Snippet.of(text.substring(i, i + 1))
                + " ends a field or a row");
      }
    }
    return write(text);
  }

  /** The shortest text that reads back as the same float; whole numbers without a point. */
  static String number(float value) {
    int whole = (int) value;
    return Float.floatToRawIntBits(whole) == Float.floatToRawIntBits(value)
        ? Integer.toString(whole)
        : Float.toString(value);
  }

  void close() throws IOException {
    try {
      out.close();
    } catch (CharacterCodingException e) {
      throw unencodable(e);
    }
  }

  private InvalidDataException unencodable(CharacterCodingException e) {
    return new InvalidDataException(
        file + ": a text has half a surrogate pair, which UTF-8 cannot write", e);
  }

  /** Closes a file that is deleted next; what it says of itself does not matter any more. */
  void abandon() {
    try {
      out.close();
    } catch (IOException e) {
      return;
    }
  }
}
