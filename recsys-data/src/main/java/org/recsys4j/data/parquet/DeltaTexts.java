package org.recsys4j.data.parquet;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Texts behind all of their lengths (DELTA_LENGTH_BYTE_ARRAY), or behind the lengths of what they
 * begin with, which is that of the text before, and then all lengths of the rest
 * (DELTA_BYTE_ARRAY).
 */
final class DeltaTexts extends Decoder {
  private final boolean prefixed;
  private final Delta prefixes;
  private final Delta lengths;
  private final ByteBuffer in;

  DeltaTexts(byte[] page, ByteBuffer start, boolean prefixed, int most) {
    this.prefixed = prefixed;
    ByteBuffer at = start.duplicate().order(start.order());
    prefixes = lengths(at, most);
    lengths = prefixed ? lengths(at, most) : prefixes;
    in = at;
    bytes = prefixed ? new byte[64] : page;
  }

  /** A decoder of its own for the numbers, and the buffer behind them. */
  private static Delta lengths(ByteBuffer at, int most) {
    Delta lengths = new Delta(at.duplicate().order(at.order()), true);
    Delta skipped = new Delta(at, true);
    // Differences of no bits cost no bytes: any number of them is quickly claimed.
    if (skipped.count() > most) {
      throw new DamagedException("a page has too many texts");
    }
    skipped.skipAll();
    return lengths;
  }

  @Override
  void next() {
    lengths.next();
    int length = (int) lengths.whole;
    if (length < 0 || length > in.remaining()) {
      throw new DamagedException("a text is longer than its page");
    }
    if (!prefixed) {
      from = in.position();
      to = from + length;
      in.position(to);
      return;
    }
    prefixes.next();
    int prefix = (int) prefixes.whole;
    if (prefix < 0 || prefix > to) {
      throw new DamagedException("a text begins with more than there is");
    }
    int end = Math.addExact(prefix, length);
    if (end > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(end, (int) Math.min(1 << 27, 2L * bytes.length)));
    }
    in.get(bytes, prefix, length);
    to = end;
  }
}
