package org.recsys4j.data.parquet;

/** The different values of a column in one group of rows. */
final class Dictionary {
  private final long[] wholes;
  private final double[] reals;
  private final int[] starts;
  private final int[] ends;
  private final byte[] bytes;

  /** Reads all of them; each takes four bytes at least. */
  Dictionary(Decoder plain, int size, int pageSize) {
    if (size > pageSize / Integer.BYTES) {
      throw new DamagedException("a dictionary is larger than its page");
    }
    wholes = new long[size];
    reals = new double[size];
    starts = new int[size];
    ends = new int[size];
    for (int i = 0; i < size; i++) {
      plain.next();
      wholes[i] = plain.whole;
      reals[i] = plain.real;
      starts[i] = plain.from;
      ends[i] = plain.to;
    }
    bytes = plain.bytes;
  }

  /** The values that entries stand for. */
  Decoder decoder(Hybrid entries) {
    Decoder decoder = new Entries(entries);
    decoder.bytes = bytes;
    return decoder;
  }

  /** Values by their places. */
  private final class Entries extends Decoder {
    private final Hybrid entries;

    Entries(Hybrid entries) {
      this.entries = entries;
    }

    @Override
    void next() {
      int entry = entries.next();
      if (entry < 0 || entry >= wholes.length) {
        throw new DamagedException("a value is not in the dictionary");
      }
      whole = wholes[entry];
      real = reals[entry];
      from = starts[entry];
      to = ends[entry];
    }
  }
}
