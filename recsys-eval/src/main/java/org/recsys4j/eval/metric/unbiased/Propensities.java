package org.recsys4j.eval.metric.unbiased;

import java.util.Locale;
import java.util.function.Function;
import org.recsys4j.api.EvaluationContext;
import org.recsys4j.api.data.Interactions;
import org.recsys4j.api.data.InvalidDataException;

/** The probabilities with which the events that are held out came to be shown. Immutable. */
final class Propensities {
  private final double[] ofEvent;

  private Propensities(double[] ofEvent) {
    this.ofEvent = ofEvent;
  }

  /**
   * How they are read.
   *
   * @param column name of a column of events
   */
  record Of(String column) implements Function<EvaluationContext, Propensities> {
    @Override
    public Propensities apply(EvaluationContext context) {
      Interactions events = context.heldOut();
      if (events.size() > 0 && !events.attributes().columns().contains(column)) {
        throw new InvalidDataException(
            String.format(
                Locale.ROOT,
                "option column: the events have no attribute \"%s\" with propensities, only %s",
                column,
                events.attributes().columns()));
      }
      double[] ofEvent = new double[events.size()];
      for (int event = 0; event < ofEvent.length; event++) {
        ofEvent[event] = parse(events.attributes().value(event, column).orElse(""));
      }
      return new Propensities(ofEvent);
    }

    private double parse(String text) {
      try {
        double propensity = Double.parseDouble(text);
        if (propensity > 0 && propensity <= 1) {
          return propensity;
        }
      } catch (NumberFormatException e) {
        throw new InvalidDataException(refusal(text), e);
      }
      throw new InvalidDataException(refusal(text));
    }

    private String refusal(String text) {
      return String.format(
          Locale.ROOT,
          "%s: \"%s\" of a held-out event is no propensity > 0 and <= 1",
          column,
          text);
    }
  }

  /** The propensity of an event, by its position in the held-out part. */
  double of(int event) {
    return ofEvent[event];
  }
}
