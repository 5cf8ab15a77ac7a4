package org.recsys4j.data.parquet;

/**
 * Where a column's values of one group of rows are.
 *
 * @param start the first byte in the file
 * @param length how many bytes there are
 * @param codec how pages are compressed
 * @param values how many values there are, missing ones included
 */
record Chunk(long start, long length, Codec codec, long values) {
  /** From the metadata of a column. */
  static Chunk of(Thrift metadata, long fileSize) {
    long data = metadata.number(9, -1);
    long dictionary = metadata.number(11, -1);
    long start = dictionary > 0 && dictionary < data ? dictionary : data;
    long length = metadata.number(7, -1);
    if (start < 4 || length < 0 || start > fileSize - length) {
      throw new DamagedException("a column lies outside of the file");
    }
    return new Chunk(start, length, Codec.of(metadata.number(4, -1)), metadata.number(5, -1));
  }
}
