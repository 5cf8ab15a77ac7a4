package org.recsys4j.models.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;
import org.recsys4j.api.EpochReport;
import org.recsys4j.api.FitContext;
import org.recsys4j.api.Recommender;
import org.recsys4j.api.TrainingDivergedException;
import org.recsys4j.api.Validation;
import org.recsys4j.api.concurrent.Workers;
import org.recsys4j.api.store.ModelReader;
import org.recsys4j.api.store.ModelWriter;

class EpochLoopTest {
  private final List<EpochReport> reports = new ArrayList<>();

  /** Its one parameter is the number of the epoch, and validation looks up a list by it. */
  private static class Counting implements Trainable {
    final float[] parameter = {0};
    final ParameterCopy copy = new ParameterCopy(parameter);

    @Override
    public void train(EpochMeter meter) {
      parameter[0] = meter.epoch();
      meter.add(6, 2);
      meter.add(0, 1);
    }

    @Override
    public Recommender snapshot() {
      return Mockito.mock(Recommender.class);
    }

    @Override
    public void keep() {
      copy.keep();
    }

    @Override
    public void restore() {
      copy.restore();
    }

    @Override
    public void save(ModelWriter out) throws IOException {
      copy.save(out);
    }

    @Override
    public void load(ModelReader in) throws IOException {
      copy.load(in);
    }

    @Override
    public boolean finite() {
      return copy.finite();
    }
  }

  private FitContext context() {
    FitContext plain = FitContext.of(1, new Workers(1));
    return new FitContext(
        "a label",
        plain.seeds(),
        plain.workers(),
        plain.validation(),
        plain.progress(),
        reports::add);
  }

  private FitContext context(boolean higherIsBetter, double... measurements) {
    return context()
        .withValidation(
            new Validation() {
              private int next;

              @Override
              public String label() {
                return "X@10";
              }

              @Override
              public boolean higherIsBetter() {
                return higherIsBetter;
              }

              @Override
              public double measure(Recommender snapshot) {
                return measurements[next++];
              }
            });
  }

  @Test
  void withoutValidationAllEpochsRunAndTheLastOneStays() {
    Counting model = new Counting();
    TrainingOutcome outcome = new EpochLoop(new EpochPlan(4, 1, 1), context()).run(model);
    assertThat(outcome).isEqualTo(new TrainingOutcome(4, 4, OptionalDouble.empty()));
    assertThat(model.parameter[0]).isEqualTo(4);
    assertThat(reports).extracting(EpochReport::epoch).containsExactly(1, 2, 3, 4);
    assertThat(reports).extracting(EpochReport::loss).containsOnly(2.0);
    assertThat(reports).extracting(EpochReport::examples).containsOnly(3L);
    assertThat(reports).extracting(EpochReport::validation).containsOnly(OptionalDouble.empty());
  }

  @Test
  void withoutPatienceNothingIsMeasured() {
    Counting model = new Counting();
    TrainingOutcome outcome = new EpochLoop(new EpochPlan(3, 0, 1), context(true)).run(model);
    assertThat(outcome).isEqualTo(new TrainingOutcome(3, 3, OptionalDouble.empty()));
  }

  @Test
  void stopsWhenPatienceEndsAndGoesBackToTheBestEpoch() {
    Counting model = new Counting();
    FitContext context = context(true, 0.1, 0.3, 0.3, 0.2, 0.9);
    TrainingOutcome outcome = new EpochLoop(new EpochPlan(9, 2, 1), context).run(model);
    assertThat(outcome).isEqualTo(new TrainingOutcome(4, 2, OptionalDouble.of(0.3)));
    assertThat(model.parameter[0]).isEqualTo(2);
    assertThat(reports)
        .extracting(report -> report.validation().getAsDouble())
        .containsExactly(0.1, 0.3, 0.3, 0.2);
  }

  @Test
  void lowerCanBeBetter() {
    Counting model = new Counting();
    FitContext context = context(false, 0.5, 0.4, 0.6);
    TrainingOutcome outcome = new EpochLoop(new EpochPlan(3, 2, 1), context).run(model);
    assertThat(outcome).isEqualTo(new TrainingOutcome(3, 2, OptionalDouble.of(0.4)));
    assertThat(model.parameter[0]).isEqualTo(2);
  }

  @Test
  void measuresEveryFewEpochsAndAfterTheLast() {
    Counting model = new Counting();
    FitContext context = context(true, 0.1, 0.2, 0.3);
    TrainingOutcome outcome = new EpochLoop(new EpochPlan(7, 1, 3), context).run(model);
    assertThat(outcome).isEqualTo(new TrainingOutcome(7, 7, OptionalDouble.of(0.3)));
    assertThat(reports)
        .extracting(report -> report.validation().isPresent())
        .containsExactly(false, false, true, false, false, true, true);
  }

  @Test
  void namesModelEpochAndBatchOfALossThatIsNoNumber() {
    Trainable model =
        new Counting() {
          @Override
          public void train(EpochMeter meter) {
            meter.add(1, 1);
            meter.add(meter.epoch() == 2 ? Double.NaN : 1, 1);
          }
        };
    assertThatThrownBy(() -> new EpochLoop(new EpochPlan(5, 0, 1), context()).run(model))
        .isInstanceOf(TrainingDivergedException.class)
        .hasMessageStartingWith(
            "model \"a label\" diverged in epoch 2: the loss of batch 2 is NaN");
  }

  @Test
  void namesModelAndEpochOfAnInfiniteParameter() {
    Trainable model =
        new Counting() {
          @Override
          public void train(EpochMeter meter) {
            parameter[0] = Float.NEGATIVE_INFINITY;
          }
        };
    assertThatThrownBy(() -> new EpochLoop(new EpochPlan(5, 0, 1), context()).run(model))
        .isInstanceOf(TrainingDivergedException.class)
        .hasMessageStartingWith("model \"a label\" diverged in epoch 1: a parameter is NaN");
  }

  @Test
  void endsWhenInterrupted() {
    Thread.currentThread().interrupt();
    EpochLoop loop = new EpochLoop(new EpochPlan(5, 0, 1), context());
    assertThatThrownBy(() -> loop.run(new Counting())).isInstanceOf(CancellationException.class);
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void refusesAMeasurementThatIsNoNumber() {
    EpochLoop loop = new EpochLoop(new EpochPlan(5, 1, 1), context(true, Double.NaN));
    assertThatThrownBy(() -> loop.run(new Counting())).hasMessageContaining("X@10");
  }

  @Test
  void refusesImpossiblePlans() {
    assertThatThrownBy(() -> new EpochPlan(0, 0, 1)).hasMessageContaining("epochs 0");
    assertThatThrownBy(() -> new EpochPlan(1, -1, 1)).hasMessageContaining("patience -1");
    assertThatThrownBy(() -> new EpochPlan(1, 0, 0)).hasMessageContaining("every 0");
  }
}
