package org.recsys4j.data.split;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;
import org.recsys4j.api.data.InvalidDataException;
import org.recsys4j.api.data.Split.Part;

/**
 * Cuts things in the order of a key, such as a time or a random number, at a share of them. What
 * has equal keys stays together, on the side that is cut off.
 */
final class Cut {
  private Cut() {}

  /**
   * The key from which on things are cut off.
   *
   * @param name the splitter's, for messages
   * @param sorted keys of all things, ascending
   * @param share how many of them to cut off
   * @param things what they are: "events"
   * @throws InvalidDataException if the share is none of them
   */
  static long from(String name, long[] sorted, double share, String things) {
    int count = (int) Math.round(share * sorted.length);
    if (count == 0) {
      throw new InvalidDataException(
          String.format(
              Locale.ROOT,
              "%s: a share of %s of %d %s is none",
              name,
              share,
              sorted.length,
              things));
    }
    return sorted[sorted.length - count];
  }

  /**
   * The part of each of some users or items: those with the largest keys are the test.
   *
   * @param name the splitter's, for messages
   * @param things what they are: "users"
   * @param present those that there are; others have no event, and are in training
   * @param keys one a user or item
   * @param shares how many of those present are held out
   */
  static Part[] parts(String name, String things, int[] present, long[] keys, Shares shares) {
    long[] sorted = IntStream.of(present).mapToLong(index -> keys[index]).sorted().toArray();
    long testFrom = from(name, sorted, shares.test(), things);
    long validationFrom =
        shares.validation() > 0
            ? from(name, sorted, shares.validation() + shares.test(), things)
            : testFrom;
    Part[] parts = new Part[keys.length];
    Arrays.fill(parts, Part.TRAIN);
    for (int index : present) {
      if (keys[index] >= testFrom) {
        parts[index] = Part.TEST;
      } else if (keys[index] >= validationFrom) {
        parts[index] = Part.VALIDATION;
      }
    }
    return parts;
  }
}
