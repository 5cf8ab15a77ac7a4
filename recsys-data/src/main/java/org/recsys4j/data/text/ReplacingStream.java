package org.recsys4j.data.text;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Gives one byte in the place of another. */
final class ReplacingStream extends FilterInputStream {
  private final int found;
  private final int instead;

  ReplacingStream(InputStream in, char found, char instead) {
    super(in);
    this.found = found;
    this.instead = instead;
  }

  @Override
  public int read() throws IOException {
    int next = super.read();
    return next == found ? instead : next;
  }

  @Override
  public int read(byte[] target, int from, int length) throws IOException {
    int count = super.read(target, from, length);
    for (int i = from; i < from + count; i++) {
      if (target[i] == found) {
        target[i] = (byte) instead;
      }
    }
    return count;
  }
}
