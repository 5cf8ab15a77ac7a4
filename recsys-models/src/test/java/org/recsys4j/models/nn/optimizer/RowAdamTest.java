package org.recsys4j.models.nn.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recsys4j.api.store.ModelReader;
import org.recsys4j.api.store.ModelWriter;

class RowAdamTest {
  /** The first step of Adam is the learning rate, against the sign of the gradient. */
  @Test
  void theFirstStepIsTheLearningRate() {
    float[] table = {1, 1, 1, 1, 1, 1};
    RowAdam adam = new RowAdam(table, 2, 3, 0.1, 0);
    adam.add(2, new float[] {9, 5, -0.01f}, 1);
    adam.step(1);
    assertThat(table).containsExactly(new float[] {1, 1, 1, 1, 0.9f, 1.1f}, within(1e-5f));
  }

  /** Against the paper's update in double precision, on gradients 2, -1 and 4 of one number. */
  @Test
  void followsThePaper() {
    float[] table = {0.5f};
    RowAdam adam = new RowAdam(table, 1, 1, 0.05, 0);
    double parameter = 0.5;
    double mean = 0;
    double square = 0;
    double[] gradients = {2, -1, 4};
    for (int t = 1; t <= 3; t++) {
      double gradient = gradients[t - 1];
      adam.add(0, new float[] {(float) gradient}, 0);
      adam.step(1);
      mean = 0.9 * mean + 0.1 * gradient;
      square = 0.999 * square + 0.001 * gradient * gradient;
      double meanHat = mean / (1 - Math.pow(0.9, t));
      double squareHat = square / (1 - Math.pow(0.999, t));
      parameter -= 0.05 * meanHat / (Math.sqrt(squareHat) + 1e-8);
      assertThat(table[0]).isCloseTo((float) parameter, within(1e-6f));
    }
  }

  @Test
  void addsTheGradientsOfARowAndForgetsThemAfterTheStep() {
    float[] once = {1, 2, 3, 4};
    float[] twice = once.clone();
    RowAdam one = new RowAdam(once, 2, 2, 0.1, 0);
    RowAdam two = new RowAdam(twice, 2, 2, 0.1, 0);
    for (int step = 0; step < 3; step++) {
      one.add(1, new float[] {3 + step, -2}, 0);
      one.step(1);
      two.add(1, new float[] {4 + step, -6}, 0);
      two.add(1, new float[] {2 + step, 2}, 0);
      two.step(0.5f);
    }
    assertThat(twice).isEqualTo(once);
    assertThat(once[0]).isEqualTo(1);
  }

  /** With a gradient of zero, only the penalty's sign decides about the first step. */
  @Test
  void decaysTouchedRowsAlone() {
    float[] table = {1, 1};
    RowAdam adam = new RowAdam(table, 1, 2, 0.1, 0.01);
    adam.add(0, new float[] {0}, 0);
    adam.step(1);
    assertThat(table).containsExactly(new float[] {0.9f, 1}, within(1e-5f));
  }

  @Test
  void everyAddedGradientBringsItsPenalty() {
    float[] penalised = {2};
    float[] byHand = {2};
    RowAdam one = new RowAdam(penalised, 1, 1, 0.1, 0.5);
    RowAdam two = new RowAdam(byHand, 1, 1, 0.1, 0);
    for (float gradient : new float[] {3, -4}) {
      float value = byHand[0];
      one.add(0, new float[] {gradient}, 0);
      one.add(0, new float[] {1}, 0);
      one.step(0.25f);
      two.add(0, new float[] {gradient + 1 + 2 * 0.5f * value}, 0);
      two.step(0.25f);
    }
    assertThat(penalised).containsExactly(byHand, within(1e-6f));
  }

  /** With what was saved between two steps, another optimiser takes the second one alike. */
  @Test
  void goesOnFromWhatWasSaved(@TempDir Path folder) throws IOException {
    float[] whole = {1, 2, 3, 4};
    RowAdam first = new RowAdam(whole, 2, 2, 0.1, 0.01);
    first.add(1, new float[] {3, -2}, 0);
    first.step(1);
    float[] parted = whole.clone();
    Path file = folder.resolve("adam.npz");
    try (ModelWriter out = new ModelWriter(Files.newOutputStream(file))) {
      first.save(out);
    }
    RowAdam second = new RowAdam(parted, 2, 2, 0.1, 0.01);
    try (ModelReader in = new ModelReader(file)) {
      second.load(in);
      assertThatThrownBy(() -> new RowAdam(new float[6], 2, 2, 0.1, 0.01).load(in))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("shape [4], not [6]");
    }
    for (RowAdam adam : new RowAdam[] {first, second}) {
      adam.add(1, new float[] {-5, 1}, 0);
      adam.add(0, new float[] {0.5f, 1}, 0);
      adam.step(1);
    }
    assertThat(parted).isEqualTo(whole);
    first.add(0, new float[] {1, 1}, 0);
    try (ModelWriter out = new ModelWriter(OutputStream.nullOutputStream())) {
      assertThatThrownBy(() -> first.save(out)).hasMessage("1 rows wait for a step");
    }
  }
}
