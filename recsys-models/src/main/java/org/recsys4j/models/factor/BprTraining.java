package org.recsys4j.models.factor;

import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Stream;
import org.recsys4j.api.FitContext;
import org.recsys4j.api.Recommender;
import org.recsys4j.api.concurrent.Workers;
import org.recsys4j.api.random.SeedTree;
import org.recsys4j.api.store.ModelReader;
import org.recsys4j.api.store.ModelWriter;
import org.recsys4j.models.fit.EpochMeter;
import org.recsys4j.models.fit.ParameterCopy;
import org.recsys4j.models.fit.Trainable;
import org.recsys4j.models.fit.UniformNegatives;
import org.recsys4j.models.sparse.SparseMatrix;

/**
 * Trains {@link BprMf}, as its documentation describes. In each batch there are two phases.
 *
 * <ol>
 *   <li>Items stand still. Each sample of the batch is scored, its user is moved, and the user's
 *       vector before that move is set aside. A user's samples belong to one thread.
 *   <li>Each sample moves its two items along the user's vector that was set aside. All moves of an
 *       item belong to one thread.
 * </ol>
 *
 * <p>In both phases a row has one owner, who works in the order of the samples. So the number of
 * threads, which decides who owns which row, does not change a bit.
 */
final class BprTraining implements Trainable {
  /** Below this one the step is 1 to all digits, and eight odds still have a product. */
  private static final float LEAST_MARGIN = -80;

  private final BprMf.Options options;
  private final Workers workers;
  private final SeedTree seeds;
  private final BprSamples samples;
  private final float[][] users;
  private final float[][] items;
  private final float[][] biases; // one number a row; no rows where there are no biases
  private final ParameterCopy copy;
  private final RowOptimizer userSteps;
  private final RowOptimizer itemSteps;
  private final RowOptimizer biasSteps;
  private final float[][] seen; // the user's vector as each sample of the batch saw it
  private final float[] steps; // how wrong each sample of the batch was, in 0 to 1
  private final double[] odds; // 1 + exp(-x) of each sample of the batch

  BprTraining(SparseMatrix train, BprMf.Options options, FitContext context) {
    this.options = options;
    this.workers = context.workers();
    this.seeds = context.seeds();
    this.samples = new BprSamples(train, new UniformNegatives(train));
    int d = options.factors();
    int n = train.columns();
    users = initial("users", train.rows(), d);
    for (int user = 0; user < users.length; user++) {
      if (train.count(user) == 0) {
        Rows.clear(users[user]);
      }
    }
    items = initial("items", n, d);
    biases = new float[options.itemBias() ? n : 0][1];
    copy =
        new ParameterCopy(
            Stream.of(users, items, biases).flatMap(Arrays::stream).toArray(float[][]::new));
    userSteps = optimizer(users.length, d);
    itemSteps = optimizer(n, d);
    biasSteps = optimizer(biases.length, 1);
    int batch = Math.min(options.batchSize(), BprSamples.CAPACITY);
    seen = new float[batch][d];
    steps = new float[batch];
    odds = new double[batch];
  }

  /** Normal numbers of the variance {@code 2 / (rows + columns)} (Glorot and Bengio 2010). */
  private float[][] initial(String name, int rows, int columns) {
    double deviation = Math.sqrt(2.0 / (rows + columns));
    return Rows.normal(rows, columns, deviation, seeds.child(name).random());
  }

  private RowOptimizer optimizer(int rows, int columns) {
    return options
        .optimizer()
        .rows(rows, columns, options.learningRate(), options.regularisation());
  }

  @Override
  public void train(EpochMeter meter) {
    long seed = seeds.child("epoch", meter.epoch()).seed();
    for (int first = 0; first < samples.pairs(); first += BprSamples.CAPACITY) {
      int count = Math.min(BprSamples.CAPACITY, samples.pairs() - first);
      samples.draw(SeedTree.mix(seed + first), count, workers);
      for (int from = 0; from < count; from += steps.length) {
        batch(from, Math.min(count, from + steps.length), meter);
      }
    }
  }

  private void batch(int from, int to, EpochMeter meter) {
    int owners = workers.threads();
    workers.run(owners, owner -> moveUsers(from, to, owner, owners));
    workers.run(owners, owner -> moveItems(from, to, owner, owners));
    int used = 0;
    double loss = 0;
    double product = 1; // one logarithm for eight samples
    for (int s = 0; s < to - from; s++) {
      used += samples.unseen[from + s] == UniformNegatives.NONE ? 0 : 1;
      product *= odds[s];
      if ((s & 7) == 7 || s == to - from - 1) {
        loss += Math.log(product);
        product = 1;
      }
    }
    meter.add(loss, used);
  }

  /** Whether a row belongs to an owner: a hash, so that neighbours are spread over all. */
  private static boolean owns(int row, int owner, int owners) {
    return owners == 1 || (((row * 0x9e3779b9) >>> 16) * owners) >>> 16 == owner;
  }

  private void moveUsers(int from, int to, int owner, int owners) {
    float[] products = new float[options.factors()];
    float[] difference = new float[options.factors()];
    for (int s = from; s < to; s++) {
      int user = samples.users[s];
      if (!owns(user, owner, owners)) {
        continue;
      }
      int negative = samples.unseen[s];
      if (negative == UniformNegatives.NONE) {
        odds[s - from] = 1;
        continue;
      }
      int positive = samples.positives[s];
      float[] row = users[user];
      compare(row, items[positive], items[negative], seen[s - from], difference, products);
      float x = Rows.sum(products);
      if (biases.length > 0) {
        x += biases[positive][0] - biases[negative][0];
      }
      double exp = Math.exp(-Math.max(x, LEAST_MARGIN));
      float step = (float) (exp / (1 + exp));
      odds[s - from] = 1 + exp;
      steps[s - from] = step;
      userSteps.move(user, row, step, difference);
    }
  }

  /** One pass over three rows: the copy of the user's, how the items differ, and the products. */
  private static void compare(
      float[] user,
      float[] positive,
      float[] negative,
      float[] seen,
      float[] difference,
      float[] products) {
    for (int k = 0; k < user.length; k++) {
      float u = user[k];
      float d = positive[k] - negative[k];
      seen[k] = u;
      difference[k] = d;
      products[k] = u * d;
    }
  }

  private void moveItems(int from, int to, int owner, int owners) {
    float[] one = {1};
    for (int s = from; s < to; s++) {
      int negative = samples.unseen[s];
      if (negative == UniformNegatives.NONE) {
        continue;
      }
      float step = steps[s - from];
      float[] user = seen[s - from];
      int positive = samples.positives[s];
      boolean ownsPositive = owns(positive, owner, owners);
      boolean ownsNegative = owns(negative, owner, owners);
      if (ownsPositive && ownsNegative) {
        itemSteps.moveApart(positive, items[positive], negative, items[negative], step, user);
      } else if (ownsPositive) {
        itemSteps.move(positive, items[positive], step, user);
      } else if (ownsNegative) {
        itemSteps.move(negative, items[negative], -step, user);
      }
      if (biases.length > 0 && ownsPositive) {
        biasSteps.move(positive, biases[positive], step, one);
      }
      if (biases.length > 0 && ownsNegative) {
        biasSteps.move(negative, biases[negative], -step, one);
      }
    }
  }

  /** The model as it is now; later training does not change it. */
  BprMf model() {
    int d = options.factors();
    return new BprMf(d, Rows.flatten(users, d), Rows.flatten(items, d), Rows.flatten(biases, 1));
  }

  @Override
  public Recommender snapshot() {
    return model();
  }

  @Override
  public void keep() {
    copy.keep();
  }

  @Override
  public void restore() {
    copy.restore();
  }

  @Override
  public void save(ModelWriter out) throws IOException {
    copy.save(out.part("parameters"));
    userSteps.save(out.part("user-steps"));
    itemSteps.save(out.part("item-steps"));
    biasSteps.save(out.part("bias-steps"));
  }

  @Override
  public void load(ModelReader in) throws IOException {
    copy.load(in.part("parameters"));
    userSteps.load(in.part("user-steps"));
    itemSteps.load(in.part("item-steps"));
    biasSteps.load(in.part("bias-steps"));
  }

  @Override
  public boolean finite() {
    return copy.finite();
  }
}
