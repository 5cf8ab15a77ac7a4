package org.recsys4j.models.dnn;

import java.util.List;
import java.util.SplittableRandom;
import org.recsys4j.api.random.SeedTree;
import org.recsys4j.models.nn.layer.EmbeddingTable;

/**
 * All that an autoencoder learns.
 *
 * @param encoder what each item gives the first layer
 * @param decoder what each item takes from the last layer
 * @param layers the dense parameters in the graph's order, the items' biases last
 */
@SuppressWarnings("ArrayRecordComponent") // shared with training on purpose, compared by nobody
record AutoencoderParameters(EmbeddingTable encoder, EmbeddingTable decoder, float[] layers) {
  /** Tables by Glorot and Bengio's uniform distribution, beside given layers. */
  static AutoencoderParameters random(AutoencoderShape shape, float[] layers, SeedTree seeds) {
    return new AutoencoderParameters(
        table(AutoencoderShape.ENCODER, shape.items(), shape.first(), seeds),
        table(AutoencoderShape.DECODER, shape.items(), shape.last(), seeds),
        layers);
  }

  private static EmbeddingTable table(String name, int rows, int width, SeedTree seeds) {
    SplittableRandom random = seeds.child(name).random();
    double limit = Math.sqrt(6.0 / (rows + width));
    float[] values = new float[Math.multiplyExact(rows, width)];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextDouble(-limit, limit);
    }
    return new EmbeddingTable(name, rows, width, values, true);
  }

  List<EmbeddingTable> tables() {
    return List.of(encoder, decoder);
  }

  /** How many numbers there are. */
  long count() {
    return (long) encoder.values().length + decoder.values().length + layers.length;
  }
}
