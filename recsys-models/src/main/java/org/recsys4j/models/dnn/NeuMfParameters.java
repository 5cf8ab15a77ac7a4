package org.recsys4j.models.dnn;

import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;
import org.recsys4j.api.data.Interactions;
import org.recsys4j.api.random.SeedTree;
import org.recsys4j.api.store.ModelReader;
import org.recsys4j.api.store.ModelWriter;

/** All that {@link NeuMf} learns, as plain row-major arrays, which training changes in place. */
final class NeuMfParameters {
  private static final double EMBEDDING_DEVIATION = 0.01;

  private final int users;
  private final int items;
  private final int factors;
  private final int mlpFactors;
  private final float[] gmfUsers;
  private final float[] gmfItems;
  private final float[] mlpUsers;
  private final float[] mlpItems;
  private final Tower tower;

  private NeuMfParameters(
      int users,
      int items,
      int factors,
      int mlpFactors,
      float[] gmfUsers,
      float[] gmfItems,
      float[] mlpUsers,
      float[] mlpItems,
      Tower tower) {
    this.users = users;
    this.items = items;
    this.factors = factors;
    this.mlpFactors = mlpFactors;
    this.gmfUsers = gmfUsers;
    this.gmfItems = gmfItems;
    this.mlpUsers = mlpUsers;
    this.mlpItems = mlpItems;
    this.tower = tower;
  }

  /**
   * Random parameters: embeddings from a normal distribution of mean 0 and deviation 0.01 as in the
   * paper, layers by Glorot and Bengio's uniform distribution, biases 0. The output unit's weights
   * of the products are 1, so that training begins from plain matrix factorisation; random ones
   * made it learn little more than popularity on small data, where the paper begins from a
   * factorisation trained before.
   */
  static NeuMfParameters random(int users, int items, NeuMf.Options options, SeedTree seeds) {
    int[] widths = widths(options);
    float[] layers = new float[Tower.size(widths, options.factors())];
    Tower tower = new Tower(widths, options.factors(), layers);
    SplittableRandom random = seeds.child("tower").random();
    for (int layer = 1; layer <= tower.layers() + 1; layer++) {
      boolean output = layer > tower.layers();
      int in = tower.width(layer - 1) + (output ? tower.wide() : 0);
      int units = output ? 1 : tower.width(layer);
      double limit = Math.sqrt(6.0 / (in + units));
      int start = tower.weights(layer);
      for (int i = start; i < start + in * units; i++) {
        layers[i] = (float) random.nextDouble(-limit, limit);
      }
    }
    int output = tower.weights(tower.layers() + 1);
    Arrays.fill(layers, output, output + options.factors(), 1f);
    return new NeuMfParameters(
        users,
        items,
        options.factors(),
        options.mlpFactors(),
        normal(users, options.factors(), seeds.child("gmf-users")),
        normal(items, options.factors(), seeds.child("gmf-items")),
        normal(users, options.mlpFactors(), seeds.child("mlp-users")),
        normal(items, options.mlpFactors(), seeds.child("mlp-items")),
        tower);
  }

  /** Widths from the first layer's inputs on. */
  private static int[] widths(NeuMf.Options options) {
    int[] widths = new int[options.hiddenLayers().size() + 1];
    widths[0] = 2 * options.mlpFactors();
    for (int layer = 1; layer < widths.length; layer++) {
      widths[layer] = options.hiddenLayers().get(layer - 1);
    }
    return widths;
  }

  private static float[] normal(int rows, int width, SeedTree seed) {
    SplittableRandom random = seed.random();
    float[] values = new float[Math.multiplyExact(rows, width)];
    for (int i = 0; i < values.length; i += 2) { // Box and Muller draw two at a time
      double radius = EMBEDDING_DEVIATION * Math.sqrt(-2 * Math.log(1 - random.nextDouble()));
      double angle = 2 * Math.PI * random.nextDouble();
      values[i] = (float) (radius * StrictMath.cos(angle));
      if (i + 1 < values.length) {
        values[i + 1] = (float) (radius * StrictMath.sin(angle));
      }
    }
    return values;
  }

  /** Number of users. */
  int users() {
    return users;
  }

  /** Number of items. */
  int items() {
    return items;
  }

  /** Width of the embeddings whose products are taken. */
  int factors() {
    return factors;
  }

  /** Width of the embeddings that the perceptron sees. */
  int mlpFactors() {
    return mlpFactors;
  }

  /** Embeddings: users x factors. */
  float[] gmfUsers() {
    return gmfUsers;
  }

  /** Embeddings: items x factors. */
  float[] gmfItems() {
    return gmfItems;
  }

  /** Embeddings: users x mlpFactors. */
  float[] mlpUsers() {
    return mlpUsers;
  }

  /** Embeddings: items x mlpFactors. */
  float[] mlpItems() {
    return mlpItems;
  }

  /** Hidden layers and output unit. */
  Tower tower() {
    return tower;
  }

  /** Gives users without a training event the mean embedding of those with one. */
  void fillUntrainedUsers(Interactions train) {
    fill(gmfUsers, factors, train);
    fill(mlpUsers, mlpFactors, train);
  }

  private static void fill(float[] table, int width, Interactions train) {
    double[] mean = new double[width];
    int trained = 0;
    for (int user = 0; user < train.users(); user++) {
      if (train.count(user) > 0) {
        trained++;
        for (int i = 0; i < width; i++) {
          mean[i] += table[user * width + i];
        }
      }
    }
    for (int user = 0; user < train.users(); user++) {
      if (train.count(user) == 0) {
        for (int i = 0; i < width; i++) {
          table[user * width + i] = (float) (mean[i] / Math.max(1, trained));
        }
      }
    }
  }

  /** How many numbers there are. */
  long count() {
    return (long) gmfUsers.length
        + gmfItems.length
        + mlpUsers.length
        + mlpItems.length
        + tower.parameters().length;
  }

  void save(ModelWriter out) throws IOException {
    int[] widths = new int[tower.layers() + 1];
    Arrays.setAll(widths, tower::width);
    out.ints("hidden-layers", Arrays.copyOfRange(widths, 1, widths.length), tower.layers());
    out.floats("gmf-users", gmfUsers, users, factors);
    out.floats("gmf-items", gmfItems, items, factors);
    out.floats("mlp-users", mlpUsers, users, mlpFactors);
    out.floats("mlp-items", mlpItems, items, mlpFactors);
    out.floats("tower", tower.parameters(), tower.parameters().length);
    out.ints("sizes", new int[] {users, items, factors, mlpFactors}, 4);
  }

  static NeuMfParameters read(ModelReader in) throws IOException {
    int[] sizes = in.ints("sizes", 4);
    int[] hidden = in.ints("hidden-layers", -1);
    int users = sizes[0];
    int items = sizes[1];
    int factors = sizes[2];
    int mlpFactors = sizes[3];
    if (factors < 1
        || mlpFactors < 1
        || hidden.length < 1
        || Arrays.stream(hidden).min().orElse(0) < 1) {
      throw new IOException(
          String.format(
              Locale.ROOT,
              "a network of %d and %d factors with the hidden layers %s",
              factors,
              mlpFactors,
              Arrays.toString(hidden)));
    }
    int[] widths = new int[hidden.length + 1];
    widths[0] = 2 * mlpFactors;
    System.arraycopy(hidden, 0, widths, 1, hidden.length);
    return new NeuMfParameters(
        users,
        items,
        factors,
        mlpFactors,
        in.floats("gmf-users", users, factors),
        in.floats("gmf-items", items, factors),
        in.floats("mlp-users", users, mlpFactors),
        in.floats("mlp-items", items, mlpFactors),
        new Tower(widths, factors, in.floats("tower", Tower.size(widths, factors))));
  }
}
