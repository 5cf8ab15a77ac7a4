package org.recsys4j.models.sequence;

import org.recsys4j.api.random.SeedTree;
import org.recsys4j.models.fit.ItemSampler;
import org.recsys4j.models.nn.loss.SampledLabels;

/**
 * Some items for each sequence, which the loss shares among all of a shard: what {@link
 * SampledLabels} describes. Either they are drawn, or they are targets of the sequence itself, the
 * negatives of the others: from a drawn target on, one after the other and round again, so that as
 * many as the sequence has are all of them.
 *
 * @param sampler draws the items, or says how likely targets are
 * @param labels how many, and whether their probabilities are wanted
 */
public record SharedSamples(ItemSampler sampler, SampledLabels labels) implements Negatives {
  @Override
  public int width(int length) {
    return labels.width(length) - length;
  }

  @Override
  public void write(long key, int user, float[] target, int at, int length) {
    int items = length + labels.samples();
    if (labels.inBatch()) {
      copyTargets(key, target, at, length);
    } else {
      for (int i = length; i < items; i++) {
        target[at + i] = sampler.draw(key + i);
      }
    }
    if (labels.corrected()) {
      for (int i = 0; i < items; i++) {
        int item = (int) target[at + i];
        target[at + items + i] = item < 0 ? 0 : sampler.logProbability(item);
      }
    }
  }

  /** Targets stand at the left; without any, there is nothing that others could compare with. */
  private void copyTargets(long key, float[] target, int at, int length) {
    int count = 0;
    while (count < length && target[at + count] >= 0) {
      count++;
    }
    int first = (int) (((SeedTree.mix(key) >>> 32) * count) >>> 32);
    for (int i = 0; i < labels.samples(); i++) {
      target[at + length + i] = count == 0 ? -1 : target[at + (first + i) % count];
    }
  }
}
