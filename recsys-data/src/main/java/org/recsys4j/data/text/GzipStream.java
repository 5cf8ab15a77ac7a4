package org.recsys4j.data.text;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.recsys4j.api.data.InvalidDataException;

/** Unpacks gzip; damage is the data's fault, not that of the disk, and named as such. */
final class GzipStream extends FilterInputStream {
  private static final int BUFFER = 1 << 16;

  private final String name;

  private GzipStream(String name, InputStream in) {
    super(in);
    this.name = name;
  }

  static InputStream open(String name, InputStream packed) throws IOException {
    try {
      return new GzipStream(name, new GZIPInputStream(packed, BUFFER));
    } catch (ZipException | EOFException e) {
      throw damaged(name, e);
    }
  }

  @Override
  public int read() throws IOException {
    try {
      return in.read();
    } catch (ZipException | EOFException e) {
      throw damaged(name, e);
    }
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    try {
      return in.read(bytes, offset, length);
    } catch (ZipException | EOFException e) {
      throw damaged(name, e);
    }
  }

  private static InvalidDataException damaged(String name, IOException e) {
    String what = e instanceof EOFException ? "cut off" : "damaged";
    return new InvalidDataException(name + ": the gzip data are " + what, e);
  }
}
