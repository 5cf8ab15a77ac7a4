package org.recsys4j.data.json;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.recsys4j.api.data.InvalidDataException;

/** The lines of a stream as bytes, in one buffer that grows to the longest. */
final class Lines implements AutoCloseable {
  private static final int CHUNK = 1 << 16;

  private final String name;
  private final InputStream in;
  private final byte[] chunk = new byte[CHUNK];
  private int at;
  private int end;
  private byte[] line = new byte[1 << 12];
  private int length;
  private long number;

  Lines(String name, InputStream in) {
    this.name = name;
    this.in = in;
  }

  /** Goes to the next line that has more than white space, if there is one. */
  boolean next() throws IOException {
    do {
      number++;
      if (!read()) {
        return false;
      }
    } while (isBlank());
    return true;
  }

  private boolean isBlank() {
    for (int i = 0; i < length; i++) {
      if (line[i] != ' ' && line[i] != '\t' && line[i] != '\r') {
        return false;
      }
    }
    return true;
  }

  /** The next line without its end, or false where the text ends. */
  private boolean read() throws IOException {
    length = 0;
    boolean some = false;
    while (at < end || fill()) {
      some = true;
      int from = at;
      while (at < end && chunk[at] != '\n') {
        at++;
      }
      append(from, at);
      if (at < end) {
        at++;
        return true;
      }
    }
    return some;
  }

  private boolean fill() throws IOException {
    at = 0;
    end = Math.max(0, in.read(chunk, 0, CHUNK));
    return end > 0;
  }

  private void append(int from, int to) {
    int longer = length + to - from;
    if (longer > JsonLines.LONGEST_LINE) {
      throw InvalidDataException.at(
          name, number, "the line is longer than " + JsonLines.LONGEST_LINE + " bytes");
    }
    if (longer > line.length) {
      line = Arrays.copyOf(line, 2 * longer);
    }
    System.arraycopy(chunk, from, line, length, to - from);
    length = longer;
  }

  /** The buffer, whose first {@link #length} bytes are the line. */
  byte[] bytes() {
    return line;
  }

  int length() {
    return length;
  }

  /** The number of the line, from 1. */
  long number() {
    return number;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
