package org.recsys4j.models.dnn;

import java.util.List;
import java.util.SplittableRandom;
import org.recsys4j.api.random.SeedTree;
import org.recsys4j.models.nn.layer.EmbeddingTable;

/**
 * All that an autoencoder learns.
 *
 * @param encoder what each item gives the first layer
 * @param layers the dense parameters in the graph's order, those of the softmax last: a vector of
 *     each item, and a bias of each
 */
@SuppressWarnings("ArrayRecordComponent") // shared with training on purpose, compared by nobody
record AutoencoderParameters(EmbeddingTable encoder, float[] layers) {
  /** A table by Glorot and Bengio's uniform distribution, beside given layers. */
  static AutoencoderParameters random(AutoencoderShape shape, float[] layers, SeedTree seeds) {
    SplittableRandom random = seeds.child(AutoencoderShape.ENCODER).random();
    int width = shape.first();
    double limit = Math.sqrt(6.0 / (shape.items() + width));
    float[] values = new float[Math.multiplyExact(shape.items(), width)];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextDouble(-limit, limit);
    }
    return new AutoencoderParameters(
        new EmbeddingTable(AutoencoderShape.ENCODER, shape.items(), width, values, true), layers);
  }

  List<EmbeddingTable> tables() {
    return List.of(encoder);
  }

  /** How many numbers there are. */
  long count() {
    return (long) encoder.values().length + layers.length;
  }
}
