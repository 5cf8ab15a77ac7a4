package org.recsys4j.models.sequence;

import org.recsys4j.models.nn.loss.SampledLabels;

/**
 * Some drawn items for each sequence, which the loss shares among all of a shard: what {@link
 * SampledLabels} describes.
 *
 * @param sampler draws the items
 * @param labels how many, and whether their probabilities are wanted
 */
public record SharedSamples(ItemSampler sampler, SampledLabels labels) implements Negatives {
  @Override
  public int width(int length) {
    return labels.width() - length;
  }

  @Override
  public void write(long key, int user, float[] target, int at, int length) {
    int items = length + labels.samples();
    for (int i = length; i < items; i++) {
      target[at + i] = sampler.draw(key + i);
    }
    if (labels.corrected()) {
      for (int i = 0; i < items; i++) {
        int item = (int) target[at + i];
        target[at + items + i] = item < 0 ? 0 : sampler.logProbability(item);
      }
    }
  }
}
