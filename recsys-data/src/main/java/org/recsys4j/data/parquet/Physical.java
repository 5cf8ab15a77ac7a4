package org.recsys4j.data.parquet;

/** How values are stored, in the order of their codes. */
enum Physical {
  BOOLEAN(0),
  INT32(4),
  INT64(8),
  INT96(12),
  FLOAT(4),
  DOUBLE(8),
  BYTE_ARRAY(0),
  FIXED_LEN_BYTE_ARRAY(0);

  private final int width;

  Physical(int width) {
    this.width = width;
  }

  /** Bytes of a value, or 0 where they differ. */
  int width() {
    return width;
  }

  static Physical of(long code) {
    if (code < 0 || code >= values().length) {
      throw new DamagedException("a column has type " + code + ", which is unknown");
    }
    return values()[(int) code];
  }
}
