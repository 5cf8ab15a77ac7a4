package org.recsys4j.models.dnn;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.recsys4j.api.data.Interactions;
import org.recsys4j.api.random.SeedTree;
import org.recsys4j.api.store.ModelReader;
import org.recsys4j.api.store.ModelWriter;
import org.recsys4j.models.nn.layer.EmbeddingTable;

/**
 * All that a network over pairs learns, as plain row-major arrays, which training changes in place.
 * Tables of a half that the network lacks have no columns.
 */
record PairParameters(
    PairShape shape,
    EmbeddingTable gmfUsers,
    EmbeddingTable gmfItems,
    EmbeddingTable mlpUsers,
    EmbeddingTable mlpItems,
    Tower tower) {
  private static final double DEVIATION = 0.01;

  /** Tables of random numbers, normal with deviation 0.01 as in the paper, beside given layers. */
  static PairParameters random(PairShape shape, float[] layers, SeedTree seeds) {
    return of(
        shape,
        name -> {
          boolean users = name.endsWith("users");
          int width = name.startsWith("gmf") ? shape.factors() : shape.mlpFactors();
          return EmbeddingTable.normal(
              name,
              users ? shape.users() : shape.items(),
              width,
              false,
              DEVIATION,
              seeds.child(name).random());
        },
        layers);
  }

  /** Gives a table. */
  @FunctionalInterface
  private interface Tables<E extends Exception> {
    EmbeddingTable table(String name) throws E;
  }

  private static <E extends Exception> PairParameters of(
      PairShape shape, Tables<E> tables, float[] layers) throws E {
    return new PairParameters(
        shape,
        tables.table(PairShape.GMF_USERS),
        tables.table(PairShape.GMF_ITEMS),
        tables.table(PairShape.MLP_USERS),
        tables.table(PairShape.MLP_ITEMS),
        new Tower(shape.widths(), shape.factors(), layers));
  }

  /** All four, some of them without columns. */
  private List<EmbeddingTable> all() {
    return List.of(gmfUsers, gmfItems, mlpUsers, mlpItems);
  }

  /** The tables of the halves that the network has. */
  List<EmbeddingTable> tables() {
    return all().stream().filter(table -> table.width() > 0).toList();
  }

  /** Gives users without a training event the mean embedding of those with one. */
  void fillUntrainedUsers(Interactions train) {
    Stream.of(gmfUsers, mlpUsers).forEach(table -> fill(table, train));
  }

  private static void fill(EmbeddingTable table, Interactions train) {
    int width = table.width();
    double[] mean = new double[width];
    int trained = 0;
    for (int user = 0; user < train.users(); user++) {
      if (train.count(user) > 0) {
        trained++;
        for (int i = 0; i < width; i++) {
          mean[i] += table.values()[user * width + i];
        }
      }
    }
    for (int user = 0; user < train.users(); user++) {
      if (train.count(user) == 0) {
        for (int i = 0; i < width; i++) {
          table.values()[user * width + i] = (float) (mean[i] / Math.max(1, trained));
        }
      }
    }
  }

  /**
   * Copies what two halves have learnt.
   *
   * @param products parameters of a network that has the first half alone
   * @param perceptron parameters of one that has the second half alone
   * @param balance factor of the first one's output unit; the second one's has the rest
   */
  void begin(PairParameters products, PairParameters perceptron, float balance) {
    copy(products.gmfUsers, gmfUsers);
    copy(products.gmfItems, gmfItems);
    copy(perceptron.mlpUsers, mlpUsers);
    copy(perceptron.mlpItems, mlpItems);
    tower.begin(products.tower, perceptron.tower, balance);
  }

  private static void copy(EmbeddingTable from, EmbeddingTable to) {
    System.arraycopy(from.values(), 0, to.values(), 0, to.values().length);
  }

  /** How many numbers there are. */
  long count() {
    return all().stream().mapToLong(table -> table.values().length).sum()
        + tower.parameters().length;
  }

  void save(ModelWriter out) throws IOException {
    int[] hidden = shape.hidden().stream().mapToInt(units -> units).toArray();
    out.ints("hidden-layers", hidden, hidden.length);
    for (EmbeddingTable table : tables()) {
      out.floats(table.name(), table.values(), table.rows(), table.width());
    }
    out.floats("tower", tower.parameters(), tower.parameters().length);
    int[] sizes = {shape.users(), shape.items(), shape.factors(), shape.mlpFactors()};
    out.ints("sizes", sizes, sizes.length);
  }

  static PairParameters read(ModelReader in) throws IOException {
    int[] sizes = in.ints("sizes", 4);
    List<Integer> hidden = IntStream.of(in.ints("hidden-layers", -1)).boxed().toList();
    PairShape shape = new PairShape(sizes[0], sizes[1], sizes[2], sizes[3], hidden);
    boolean perceptron = shape.mlpFactors() > 0 && hidden.stream().allMatch(units -> units > 0);
    if (shape.hasPerceptron() ? !perceptron : shape.factors() < 1) {
      throw new IOException(String.format(Locale.ROOT, "no network of the sizes %s", shape));
    }
    return of(
        shape,
        name -> {
          int rows = name.endsWith("users") ? shape.users() : shape.items();
          int width = name.startsWith("gmf") ? shape.factors() : shape.mlpFactors();
          float[] values = width == 0 ? new float[0] : in.floats(name, rows, width);
          return new EmbeddingTable(name, rows, width, values, false);
        },
        in.floats("tower", Tower.size(shape.widths(), shape.factors())));
  }
}
