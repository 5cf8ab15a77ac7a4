package org.recsys4j.api.data;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.BitSet;
import java.util.function.IntFunction;
import org.recsys4j.api.data.Split.Part;

/**
 * The part of each event, told by a source that brings a split of its own. Immutable; holds one
 * byte an event.
 */
public final class EventParts {
  private final byte[] codes;

  private EventParts(byte[] codes) {
    this.codes = codes;
  }

  private static byte code(Part part) {
    return switch (part) {
      case TRAIN -> 0;
      case VALIDATION -> 1;
      case TEST -> 2;
      case NONE -> 3;
      case FOLD_IN -> 4; // after the others, whose codes are in checksums of data
    };
  }

  /**
   * Parts that are known for each event.
   *
   * @param events how many events there are
   * @param partOf the part of each
   * @return the parts
   */
  public static EventParts of(int events, IntFunction<Part> partOf) {
    byte[] codes = new byte[events];
    for (int event = 0; event < events; event++) {
      codes[event] = code(partOf.apply(event));
    }
    return new EventParts(codes);
  }

  /**
   * The number of events.
   *
   * @return zero or more
   */
  public int size() {
    return codes.length;
  }

  /**
   * The part of an event.
   *
   * @param event a row of an {@link EventLog}, or a position of the {@link Interactions} of a
   *     {@link Dataset}, whichever these parts belong to
   * @return where it goes
   */
  public Part part(int event) {
    return switch (codes[event]) {
      case 0 -> Part.TRAIN;
      case 1 -> Part.VALIDATION;
      case 2 -> Part.TEST;
      case 4 -> Part.FOLD_IN;
      default -> Part.NONE;
    };
  }

  /**
   * Whether an event is in a part.
   *
   * @param part a part
   * @return whether there is at least one
   */
  public boolean has(Part part) {
    byte wanted = code(part);
    for (byte code : codes) {
      if (code == wanted) {
        return true;
      }
    }
    return false;
  }

  /** Those of some events. */
  EventParts select(BitSet kept) {
    byte[] selected = new byte[kept.cardinality()];
    int next = 0;
    for (int event = kept.nextSetBit(0); event >= 0; event = kept.nextSetBit(event + 1)) {
      selected[next++] = codes[event];
    }
    return new EventParts(selected);
  }

  /** Those of the same events in another order: event i is what {@code order[i]} was. */
  EventParts reorder(int[] order) {
    byte[] ordered = new byte[order.length];
    for (int i = 0; i < order.length; i++) {
      ordered[i] = codes[order[i]];
    }
    return new EventParts(ordered);
  }

  void update(MessageDigest digest) {
    digest.update(codes);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof EventParts that && Arrays.equals(codes, that.codes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(codes);
  }

  @Override
  public String toString() {
    return "parts of " + size() + " events";
  }

  /** Collects the parts of events one by one. For one thread. */
  static final class Builder {
    private byte[] codes = new byte[1 << 10];
    private int size;

    void add(Part part) {
      if (size == codes.length) {
        codes = Arrays.copyOf(codes, 2 * size);
      }
      codes[size++] = code(part);
    }

    EventParts build() {
      return new EventParts(Arrays.copyOf(codes, size));
    }
  }
}
