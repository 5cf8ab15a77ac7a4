package org.recsys4j.data.split;

import java.util.Arrays;
import java.util.Locale;
import org.recsys4j.api.data.Dataset;
import org.recsys4j.api.data.InvalidDataException;
import org.recsys4j.api.data.Split;
import org.recsys4j.api.data.Split.Part;

/** The part of each event while a splitter decides; all begin in training. */
final class Parts {
  private final Dataset dataset;
  private final Part[] parts;

  Parts(Dataset dataset) {
    this.dataset = dataset;
    this.parts = new Part[dataset.interactions().size()];
    Arrays.fill(parts, Part.TRAIN);
  }

  void set(int position, Part part) {
    parts[position] = part;
  }

  void set(int from, int to, Part part) {
    Arrays.fill(parts, from, to, part);
  }

  Part get(int position) {
    return parts[position];
  }

  /**
   * Ends the splitting.
   *
   * @param name the splitter's, for messages
   * @param validationWanted whether an empty validation part is an error
   */
  Split toSplit(String name, boolean validationWanted) {
    Split split = Split.assign(dataset, position -> parts[position]);
    if (split.train().size() == 0) {
      throw empty(name, "training");
    }
    if (split.test().size() == 0) {
      throw empty(name, "test");
    }
    if (validationWanted && split.validation().size() == 0) {
      throw empty(name, "validation");
    }
    return split;
  }

  private InvalidDataException empty(String name, String part) {
    return new InvalidDataException(
        String.format(
            Locale.ROOT,
            "%s: the %s part of %d events of %d users is empty",
            name,
            part,
            parts.length,
            dataset.interactions().users()));
  }
}
