package org.recsys4j.data.split;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.recsys4j.api.Splitter;
import org.recsys4j.api.config.Check;
import org.recsys4j.api.config.Range;
import org.recsys4j.api.data.Dataset;
import org.recsys4j.api.data.EventParts;
import org.recsys4j.api.data.Interactions;
import org.recsys4j.api.data.InvalidDataException;
import org.recsys4j.api.data.Split;
import org.recsys4j.api.data.Split.Part;
import org.recsys4j.api.random.SeedTree;

/**
 * The split that comes with the data: the source tells the part of each event, as {@code lightgcn}
 * and {@code ncf} do. Published numbers can be compared on it.
 *
 * <p>Where the source tells no validation part, a share of each user's training events may be drawn
 * for it, at random: of n events {@code validation n}, rounded down, but at least one, and never
 * the only one. Each user's draw depends on the seed and the user's id alone. Without it there is
 * no early stopping: its place is never taken by the test part, as it is in the code of some
 * papers.
 *
 * <p>Models may learn from events that are later than a test event; where times are known, a run
 * reports how many.
 */
public final class GivenSplit implements Splitter<GivenSplit.Options> {
  private static final String NAME = "given";

  /** The splitter. */
  public GivenSplit() {}

  /**
   * The parameters.
   *
   * @param validation share of each user's training events that goes to a validation part; 0 for
   *     the source's own validation part, or none
   */
  public record Options(@Range(min = 0, max = 1, maxExclusive = true) double validation) {
    /** Refuses what is no share. */
    public Options {
      Check.components(Options.class, validation);
    }
  }

  @Override
  public Class<Options> optionsType() {
    return Options.class;
  }

  @Override
  public String summary() {
    return "the split that the source brings with it, for comparison with published numbers";
  }

  @Override
  public Split split(Dataset dataset, Options options, SeedTree seeds) {
    EventParts given =
        dataset
            .given()
            .parts()
            .orElseThrow(
                () ->
                    new InvalidDataException(
                        NAME
                            + ": the source does not tell which part an event is in; sources such"
                            + " as lightgcn and ncf do, any other needs another split"));
    Parts parts = new Parts(dataset);
    for (int position = 0; position < given.size(); position++) {
      parts.set(position, given.part(position));
    }
    if (options.validation() > 0) {
      if (given.has(Part.VALIDATION)) {
        throw new InvalidDataException(
            NAME
                + ": the source tells a validation part; set validation = 0 instead of "
                + options.validation());
      }
      draw(dataset, given, options.validation(), seeds, parts);
    }
    return parts.toSplit(NAME, options.validation() > 0);
  }

  private static void draw(
      Dataset dataset, EventParts given, double share, SeedTree seeds, Parts parts) {
    Interactions events = dataset.interactions();
    for (int user = 0; user < events.users(); user++) {
      int[] training =
          IntStream.range(events.start(user), events.end(user))
              .filter(position -> given.part(position) == Part.TRAIN)
              .toArray();
      int count = Rounding.DOWN.countLeavingOne(share, training.length);
      SeedTree ofUser = seeds.child(dataset.catalogue().users().id(user));
      Arrays.stream(RandomOrder.of(training, ofUser.random()))
          .limit(count)
          .forEach(position -> parts.set(position, Part.VALIDATION));
    }
  }
}
