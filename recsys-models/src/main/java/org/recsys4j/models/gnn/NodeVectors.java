package org.recsys4j.models.gnn;

import java.io.IOException;
import java.util.List;
import java.util.SplittableRandom;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.recsys4j.api.ScoreBlock;
import org.recsys4j.api.UserBatch;
import org.recsys4j.api.store.ModelReader;
import org.recsys4j.api.store.ModelWriter;
import org.recsys4j.models.factor.InnerProducts;
import org.recsys4j.models.fit.NetworkTraining;
import org.recsys4j.models.nn.kernel.Block;
import org.recsys4j.models.nn.kernel.NativeArrays;
import org.recsys4j.models.nn.layer.EmbeddingTable;
import org.recsys4j.models.sparse.SparseMatrix;

/**
 * What a graph network has made of all users and items: one vector each, whose inner products are
 * the scores. The graph itself is not needed any more.
 *
 * @param width length of a vector
 * @param users vector after vector
 * @param items vector after vector
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record NodeVectors(int width, float[] users, float[] items) {
  /**
   * The table of users and items that propagation begins with. Users without a training event have
   * the zero vector, which nothing ever changes.
   */
  static EmbeddingTable table(
      String name, SparseMatrix train, int width, double deviation, SplittableRandom random) {
    int nodes = Math.addExact(train.rows(), train.columns());
    EmbeddingTable table = EmbeddingTable.normal(name, nodes, width, true, deviation, random);
    for (int user = 0; user < train.rows(); user++) {
      for (int k = 0; k < width && train.count(user) == 0; k++) {
        table.values()[user * width + k] = 0;
      }
    }
    return table;
  }

  /** Asks a network for the rows of all nodes. */
  static NodeVectors of(NetworkTraining training, int users, int items) {
    float[] nodes = new float[users + items];
    for (int node = 0; node < nodes.length; node++) {
      nodes[node] = node;
    }
    INDArray input = NativeArrays.matrix(DataType.FLOAT, nodes.length, 1);
    Block.of(input).write(0, 0, nodes, 0, nodes.length);
    Block output = Block.of(training.output(List.of(input)));
    int width = output.columns();
    float[] ofUsers = new float[users * width];
    float[] ofItems = new float[items * width];
    output.read(0, 0, ofUsers, 0, ofUsers.length);
    output.rows(users, items).read(0, 0, ofItems, 0, ofItems.length);
    return new NodeVectors(width, ofUsers, ofItems);
  }

  /** Scores known users. */
  void score(UserBatch batch, ScoreBlock out) {
    float[] rows = new float[batch.size() * width];
    for (int row = 0; row < batch.size(); row++) {
      System.arraycopy(users, batch.user(row) * width, rows, row * width, width);
    }
    new InnerProducts(width, items, new float[0]).score(rows, batch.size(), out);
  }

  int itemCount() {
    return items.length / width;
  }

  void save(ModelWriter out) throws IOException {
    out.ints("width", new int[] {width}, 1);
    out.floats("user-vectors", users, users.length / width, width);
    out.floats("item-vectors", items, items.length / width, width);
  }

  static NodeVectors read(ModelReader in) throws IOException {
    int width = in.ints("width", 1)[0];
    if (width < 1) {
      throw new IOException("saved vectors of length " + width);
    }
    return new NodeVectors(
        width, in.floats("user-vectors", -1, width), in.floats("item-vectors", -1, width));
  }
}
