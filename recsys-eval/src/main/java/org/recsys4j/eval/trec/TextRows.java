package org.recsys4j.eval.trec;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.recsys4j.api.data.InvalidDataException;

/** Lines of a text file in UTF-8, plain or gzip, whatever its name; empty ones are passed over. */
final class TextRows {
  private static final int GZIP_FIRST = 0x1f;
  private static final int GZIP_SECOND = 0x8b;
  private static final int LONGEST_CITED = 60;

  private TextRows() {}

  /** What is done with a line. */
  interface Row {
    /**
     * Takes a line.
     *
     * @throws InvalidDataException if it is not as it must be; see {@link #wrong}
     */
    void accept(long number, String line);
  }

  /** Gives all lines to an action. */
  static void read(Path file, Row action) {
    long number = 0;
    try (BufferedReader lines = open(file)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        String text = number == 1 && line.startsWith("\ufeff") ? line.substring(1) : line;
        if (!text.isBlank()) {
          action.accept(number, text);
        }
      }
    } catch (CharacterCodingException e) {
      throw new InvalidDataException(file + ": is not UTF-8, after line " + number, e);
    } catch (ZipException | EOFException e) {
      throw new InvalidDataException(file + ": gzip data are damaged, after line " + number, e);
    } catch (NoSuchFileException e) {
      throw new InvalidDataException(file + ": no such file", e);
    } catch (IOException e) {
      throw new InvalidDataException("cannot read " + file + ": " + e.getMessage(), e);
    }
  }

  private static BufferedReader open(Path file) throws IOException {
    PushbackInputStream bytes = new PushbackInputStream(Files.newInputStream(file), 2);
    try {
      byte[] start = bytes.readNBytes(2);
      bytes.unread(start);
      boolean packed =
          start.length == 2 && (start[0] & 0xff) == GZIP_FIRST && (start[1] & 0xff) == GZIP_SECOND;
      InputStream content = packed ? new GZIPInputStream(bytes) : bytes;
      return new BufferedReader(
          new InputStreamReader(content, StandardCharsets.UTF_8.newDecoder()));
    } catch (IOException e) {
      bytes.close();
      throw e;
    }
  }

  /** Fields between white space. */
  static String[] words(Path file, long number, String line, int count, String form) {
    String[] words = line.strip().split("\\s+", -1);
    if (words.length != count) {
      throw wrong(
          file,
          number,
          String.format(
              Locale.ROOT,
              "%d fields, not %d as in \"%s\": %s",
              words.length,
              count,
              form,
              cite(line)));
    }
    return words;
  }

  /** Says what is wrong with a line. */
  static InvalidDataException wrong(Path file, long number, String problem) {
    return InvalidDataException.at(file.toString(), number, problem);
  }

  /** The beginning of a text, in quotes. */
  static String cite(String text) {
    return "\""
        + (text.length() <= LONGEST_CITED ? text : text.substring(0, LONGEST_CITED) + "...")
        + "\"";
  }
}
