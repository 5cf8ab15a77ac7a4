package org.recsys4j.data.text;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.recsys4j.api.Progress;

/** Tells a task how many bytes were read. Buffered above, so calls are few. */
final class CountingStream extends FilterInputStream {
  private final Progress.Task task;
  private long count;

  CountingStream(InputStream in, Progress.Task task) {
    super(in);
    this.task = task;
  }

  @Override
  public int read() throws IOException {
    int read = in.read();
    advance(read < 0 ? 0 : 1);
    return read;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int read = in.read(bytes, offset, length);
    advance(Math.max(0, read));
    return read;
  }

  private void advance(int bytes) {
    count += bytes;
    task.advance(bytes);
  }

  /** How many bytes were read. */
  long count() {
    return count;
  }

  @Override
  public void close() throws IOException {
    task.close();
    super.close();
  }
}
