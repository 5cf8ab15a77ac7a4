package org.recsys4j.eval.experiment;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Passes everything on but the end: whoever opened the stream below closes it. */
final class OpenStream extends FilterOutputStream {
  OpenStream(OutputStream below) {
    super(below);
  }

  @Override
  public void write(byte[] bytes, int from, int count) throws IOException {
    out.write(bytes, from, count);
  }

  @Override
  public void close() throws IOException {
    flush();
  }
}
