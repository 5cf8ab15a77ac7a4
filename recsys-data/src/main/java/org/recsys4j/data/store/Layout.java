package org.recsys4j.data.store;

/** Numbers that writer and reader share. */
final class Layout {
  /** The first eight bytes of a file: {@code RECSYS4J}. */
  static final long MAGIC = 0x4a34535953434552L;

  /** Of the format; a file of another one is not read. */
  static final int VERSION = 1;

  static final int HEADER_BYTES = 32;

  /** Bytes that a section takes in the table: its CRC, its place and its length. */
  static final int ENTRY_BYTES = 24;

  private Layout() {}
}
