package org.recsys4j.eval.protocol;

import java.util.List;
import java.util.Locale;
import org.recsys4j.api.data.Interactions;
import org.recsys4j.api.data.Split;

/**
 * The choices of an evaluation protocol. Different rules give different numbers, so they enter the
 * protocol id, and results under different rules are never compared.
 *
 * @param mask which items leave the candidates because the user had them
 * @param history which events models see when they score for the test part
 * @param coldItems what happens to items without training event
 * @param coldUsers what happens to users with neither training nor fold-in event
 */
public record Rules(Mask mask, HistoryPart history, ColdItems coldItems, ColdUsers coldUsers) {
  /**
   * The same choices for the validation part, before which only training events lie: mask and
   * history shrink to the training part. A mask of none stays.
   *
   * @return the rules for early stopping and tuning
   */
  public Rules forValidation() {
    Mask shrunk = mask == Mask.NONE ? Mask.NONE : Mask.TRAIN;
    return new Rules(shrunk, HistoryPart.TRAIN, coldItems, coldUsers);
  }

  /**
   * What models are told of users. Fold-in events are always among it.
   *
   * @param split the parts
   * @return training and fold-in events, and those of the validation part where the rules say so
   */
  public Interactions histories(Split split) {
    Interactions known = split.train();
    if (history == HistoryPart.TRAIN_AND_VALIDATION && split.validation().size() > 0) {
      known = known.concat(split.validation());
    }
    return split.foldIn().size() == 0 ? known : known.concat(split.foldIn());
  }

  /**
   * The events whose items leave the candidates of their users. Fold-in events are among them as
   * training events are.
   *
   * @param split the parts
   * @return some of the parts
   */
  public List<Interactions> masked(Split split) {
    return switch (mask) {
      case NONE -> List.of();
      case TRAIN -> List.of(split.train(), split.foldIn());
      case TRAIN_AND_VALIDATION -> List.of(split.train(), split.foldIn(), split.validation());
    };
  }

  /**
   * The rules as text, for the protocol id and for reports.
   *
   * @return such as {@code mask=train history=train cold-items=rank-last cold-users=keep}
   */
  public String definition() {
    return String.format(
        Locale.ROOT,
        "mask=%s history=%s cold-items=%s cold-users=%s",
        kebab(mask),
        kebab(history),
        kebab(coldItems),
        kebab(coldUsers));
  }

  private static String kebab(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
