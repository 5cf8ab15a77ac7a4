package org.recsys4j.models.cnn;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.recsys4j.api.data.Interactions;
import org.recsys4j.models.nn.layer.EmbeddingTable;

/**
 * Everything that {@link Caser} learns.
 *
 * @param shape sizes
 * @param items vectors of items as they are read
 * @param users vectors of users; without rows where there are none
 * @param outputs vectors of items as they are scored, each with its bias at the end
 * @param dense parameters of the layers in the order of the graph's vector
 */
@SuppressWarnings("ArrayRecordComponent") // shared on purpose, compared by nobody
record CaserParameters(
    CaserShape shape,
    EmbeddingTable items,
    EmbeddingTable users,
    EmbeddingTable outputs,
    float[] dense) {
  /** As the paper's code begins: normal numbers as small as vectors are long, and no biases. */
  static CaserParameters random(CaserShape shape, float[] dense, SplittableRandom random) {
    int width = shape.outputWidth();
    double deviation = 1.0 / shape.factors();
    EmbeddingTable outputs =
        EmbeddingTable.normal(
            CaserShape.OUTPUTS, shape.items(), width + 1, false, 1.0 / width, random);
    for (int item = 0; item < shape.items(); item++) {
      outputs.values()[item * (width + 1) + width] = 0;
    }
    return new CaserParameters(
        shape,
        EmbeddingTable.normal(
            CaserShape.ITEMS, shape.items(), shape.factors(), false, deviation, random),
        EmbeddingTable.normal(
            CaserShape.USERS, shape.users(), shape.factors(), false, deviation, random),
        outputs,
        dense);
  }

  /** Gives them the zero vector, which nothing ever changes. */
  void forgetUsersWithoutEvents(Interactions train) {
    int width = shape.factors();
    for (int user = 0; user < shape.users(); user++) {
      for (int k = 0; k < width && train.count(user) == 0; k++) {
        users.values()[user * width + k] = 0;
      }
    }
  }

  List<EmbeddingTable> tables() {
    return shape.users() > 0 ? List.of(items, users, outputs) : List.of(items, outputs);
  }

  long count() {
    return dense.length
        + Stream.of(items, users, outputs).mapToLong(table -> table.values().length).sum();
  }
}
