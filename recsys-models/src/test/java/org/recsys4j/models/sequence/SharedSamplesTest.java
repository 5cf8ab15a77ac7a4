package org.recsys4j.models.sequence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.recsys4j.models.fit.ItemSampler;
import org.recsys4j.models.nn.loss.SampledLabels;

class SharedSamplesTest {
  private final ItemSampler sampler = new ItemSampler(new int[] {5, 0, 100, 1, 25, 0, 9, 60}, 1);

  @Test
  void probabilitiesStandBehindTheSamples() {
    SharedSamples samples = new SharedSamples(sampler, new SampledLabels(3, true, false));
    assertThat(samples.width(2)).isEqualTo(8);
    float[] labels = new float[11];
    labels[1] = 4;
    labels[2] = -1;
    samples.write(77, 0, labels, 1, 2);
    for (int i = 3; i < 6; i++) {
      assertThat(labels[i]).isBetween(0f, 7f);
      assertThat(labels[i + 5]).isEqualTo(sampler.logProbability((int) labels[i]));
    }
    assertThat(labels[6]).isEqualTo(sampler.logProbability(4));
    assertThat(labels[7]).isZero();
  }

  @Test
  void inABatchEachTargetComesInTurn() {
    SharedSamples samples = new SharedSamples(sampler, new SampledLabels(4, true, true));
    Set<Float> firsts = new TreeSet<>();
    for (long key = 0; key < 40; key++) {
      float[] labels = new float[16];
      labels[0] = 7;
      labels[1] = 2;
      labels[2] = 4;
      labels[3] = -1;
      samples.write(key, 0, labels, 0, 4);
      assertThat(labels[4]).isEqualTo(labels[7]);
      assertThat(new float[] {labels[4], labels[5], labels[6]}).containsExactlyInAnyOrder(7, 2, 4);
      assertThat(labels[12]).isEqualTo(sampler.logProbability((int) labels[4]));
      firsts.add(labels[4]);
    }
    assertThat(firsts).containsExactly(2f, 4f, 7f);
  }

  @Test
  void aSequenceWithoutTargetsBringsNothing() {
    float[] labels = {-1, -1, 0, 0, 0};
    new SharedSamples(sampler, new SampledLabels(3, false, true)).write(1, 0, labels, 0, 2);
    assertThat(labels).containsOnly(-1);
  }
}
