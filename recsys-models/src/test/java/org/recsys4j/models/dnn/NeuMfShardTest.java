package org.recsys4j.models.dnn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.recsys4j.api.random.SeedTree;
import org.recsys4j.models.nn.kernel.NativeBackend;

/** Gradients that Deeplearning4j gives, against differences of the loss in double precision. */
class NeuMfShardTest {
  private static final int D = 3;
  private static final int M = 2;
  private static final double STEP = 1e-5;

  private final NeuMfParameters parameters =
      NeuMfParameters.random(
          4, 5, new NeuMf.Options(D, M, List.of(4, 3), 1, 8, 0.1, 0, 1, 0, 1), new SeedTree(7));

  @BeforeEach
  void makeEmbeddingsLarge() {
    for (float[] table : tables()) {
      for (int i = 0; i < table.length; i++) {
        table[i] *= 60;
      }
    }
  }

  private float[][] tables() {
    return new float[][] {
      parameters.gmfUsers(), parameters.gmfItems(), parameters.mlpUsers(), parameters.mlpItems()
    };
  }

  private NeuMfShard run() {
    NativeBackend.start();
    float[] tower = parameters.tower().parameters();
    INDArray dense = Nd4j.create(tower, new int[] {1, tower.length}, 'c');
    NeuMfShard shard = new NeuMfShard(dense, parameters, 8);
    for (int round = 0; round < 2; round++) { // workspaces have their sizes from the second run on
      shard.clear();
      shard.add(0, 1, 1f);
      shard.add(3, 4, 0f);
      shard.add(0, 2, 0f);
      shard.add(2, 1, 1f);
      shard.run();
    }
    return shard;
  }

  @Test
  void lossIsBinaryCrossEntropy() {
    NeuMfShard shard = run();
    assertThat(shard.loss()).isCloseTo(loss(shard), within(1e-5));
  }

  @Test
  void gradientsOfTheTowerAreThoseOfTheLoss() {
    NeuMfShard shard = run();
    float[] tower = parameters.tower().parameters();
    for (int i = 0; i < tower.length; i++) {
      assertThat((double) shard.towerGradient[i])
          .as("parameter %d of the tower", i)
          .isCloseTo(difference(shard, tower, i), within(2e-3));
    }
  }

  @Test
  void gradientsOfTheRowsAreThoseOfTheLoss() {
    NeuMfShard shard = run();
    int[] widths = {D, D, M, M};
    for (int table = 0; table < 4; table++) {
      float[] sums = new float[tables()[table].length];
      for (int row = 0; row < shard.size(); row++) {
        int at = (table % 2 == 0 ? shard.users : shard.items)[row] * widths[table];
        for (int i = 0; i < widths[table]; i++) {
          sums[at + i] += shard.rowGradients[table][row * widths[table] + i];
        }
      }
      for (int i = 0; i < sums.length; i++) {
        assertThat((double) sums[i])
            .as("number %d of table %d", i, table)
            .isCloseTo(difference(shard, tables()[table], i), within(2e-3));
      }
    }
  }

  /** The loss is computed in double precision, so that a difference of floats is exact enough. */
  private double difference(NeuMfShard shard, float[] values, int index) {
    float value = values[index];
    float above = (float) (value + STEP * 16);
    float below = (float) (value - STEP * 16);
    values[index] = above;
    double high = loss(shard);
    values[index] = below;
    double low = loss(shard);
    values[index] = value;
    return (high - low) / ((double) above - below);
  }

  private double loss(NeuMfShard shard) {
    double sum = 0;
    for (int row = 0; row < shard.size(); row++) {
      double probability = 1 / (1 + Math.exp(-logit(shard.users[row], shard.items[row])));
      sum -= Math.log(shard.labels[row] == 1 ? probability : 1 - probability);
    }
    return sum;
  }

  private double logit(int user, int item) {
    Tower tower = parameters.tower();
    double[] layer = new double[2 * M];
    for (int i = 0; i < M; i++) {
      layer[i] = parameters.mlpUsers()[user * M + i];
      layer[M + i] = parameters.mlpItems()[item * M + i];
    }
    for (int above = 1; above <= tower.layers(); above++) {
      int weights = tower.weights(above);
      int units = tower.width(above);
      double[] next = new double[units];
      for (int unit = 0; unit < units; unit++) {
        next[unit] = tower.parameters()[weights + units * layer.length + unit];
        for (int i = 0; i < layer.length; i++) {
          next[unit] += tower.parameters()[weights + unit * layer.length + i] * layer[i];
        }
        next[unit] = Math.max(0, next[unit]);
      }
      layer = next;
    }
    double logit = tower.outputBias();
    for (int i = 0; i < D; i++) {
      double product =
          (double) parameters.gmfUsers()[user * D + i] * parameters.gmfItems()[item * D + i];
      logit += tower.outputWeight(i) * product;
    }
    for (int i = 0; i < layer.length; i++) {
      logit += tower.outputWeight(D + i) * layer[i];
    }
    return logit;
  }
}
