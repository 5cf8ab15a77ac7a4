package org.recsys4j.eval.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.recsys4j.api.Metric;
import org.recsys4j.api.Progress;
import org.recsys4j.api.Validation;
import org.recsys4j.api.concurrent.Workers;
import org.recsys4j.api.contract.SmallData;
import org.recsys4j.api.data.Interactions;
import org.recsys4j.api.data.Split;
import org.recsys4j.eval.metric.Cutoff;
import org.recsys4j.eval.metric.Mrr;

class PartValidationTest {
  private static final Metric MRR = new Mrr().create(new Cutoff(10));

  @Test
  void measuresTheValidationPart() {
    Split split = Splits.random(60, 40, 900, 1);
    FixedScores model = FixedScores.hashed(40, 5, 1000);
    try (Workers workers = new Workers(2)) {
      Protocol protocol = Protocol.validation(split, Splits.USUAL);
      Validation validation = PartValidation.of("model", protocol, MRR, 7, workers).orElseThrow();
      assertThat(validation.label()).isEqualTo("MRR@10");
      assertThat(validation.higherIsBetter()).isTrue();
      double expected =
          new Evaluator(protocol, List.of(MRR), 7, workers)
              .evaluate("model", model, Progress.SILENT)
              .value("MRR@10");
      assertThat(validation.measure(model)).isEqualTo(expected).isBetween(0.01, 0.99);
    }
  }

  @Test
  void thereIsNoneWithoutAnybodyToEvaluate() {
    Interactions train = SmallData.of(2, 3, new int[][] {{0, 1}, {1, 2}});
    Split split = Splits.of(train, Interactions.none(2, 3), train);
    try (Workers workers = new Workers(1)) {
      assertThat(
              PartValidation.of("model", Protocol.validation(split, Splits.USUAL), MRR, 0, workers))
          .isEmpty();
    }
  }

  @Test
  void refusesToLookAtTheTestPart() {
    Protocol test = Protocol.test(Splits.random(20, 10, 100, 1), Splits.USUAL);
    try (Workers workers = new Workers(1)) {
      assertThatThrownBy(() -> PartValidation.of("model", test, MRR, 0, workers))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("test part");
    }
  }
}
