package org.recsys4j.data.split;

import org.recsys4j.api.Splitter;
import org.recsys4j.api.config.Check;
import org.recsys4j.api.config.Flat;
import org.recsys4j.api.data.Dataset;
import org.recsys4j.api.data.Interactions;
import org.recsys4j.api.data.Split;
import org.recsys4j.api.data.Split.Part;
import org.recsys4j.api.random.SeedTree;

/**
 * Holds out all events with a share of the items: who wants what nobody has had yet? Only models
 * that know items by their attributes can tell, and only where the rules of evaluation let them:
 * with {@code cold-items = rank-last}, the default, the held-out items stand behind all others.
 *
 * <p>Of n items, {@code round(test n)} are for the test and as many as their share for validation.
 * Of the latest ones, those whose first events have equal times stay together, on the later side.
 *
 * <p>Training events may be later than a test event; a run reports how many are. Users all of whose
 * events are with held-out items have no training event.
 */
public final class ColdItems implements Splitter<ColdItems.Options> {
  private static final String NAME = "cold-items";

  /** The splitter. */
  public ColdItems() {}

  /**
   * The parameters.
   *
   * @param shares how many of the items are held out
   * @param choice which ones
   */
  public record Options(@Flat Shares shares, Choice choice) {
    /** Refuses null. */
    public Options {
      Check.components(Options.class, shares, choice);
    }
  }

  @Override
  public Class<Options> optionsType() {
    return Options.class;
  }

  @Override
  public String summary() {
    return "holds out all events with a share of the items, random ones or the latest to arrive";
  }

  @Override
  public Split split(Dataset dataset, Options options, SeedTree seeds) {
    Interactions events = dataset.interactions();
    Part[] ofItems =
        Cut.parts(
            NAME,
            "items",
            Arrivals.items(events),
            options.choice() == Choice.RANDOM
                ? Arrivals.random(dataset.catalogue().items(), seeds)
                : Arrivals.ofItems(NAME, events),
            options.shares());
    Parts parts = new Parts(dataset);
    for (int position = 0; position < events.size(); position++) {
      parts.set(position, ofItems[events.item(position)]);
    }
    return parts.toSplit(NAME, options.shares().validation() > 0);
  }
}
