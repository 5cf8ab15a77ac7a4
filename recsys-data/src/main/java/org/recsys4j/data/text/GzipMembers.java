package org.recsys4j.data.text;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * Unpacks gzip members, one after the other. That of the JDK takes whatever stands behind the last
 * good one for the end, so that rows of a damaged second member would be missing in silence.
 */
final class GzipMembers extends GZIPInputStream {
  private static final int LENGTH_OF_TRAILER = 8;

  GzipMembers(InputStream packed, int buffer) throws IOException {
    super(packed, buffer);
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int read = super.read(bytes, offset, length);
    if (read < 0 && (inf.getRemaining() > LENGTH_OF_TRAILER || in.read() >= 0)) {
      throw new ZipException("more behind the last member");
    }
    return read;
  }
}
