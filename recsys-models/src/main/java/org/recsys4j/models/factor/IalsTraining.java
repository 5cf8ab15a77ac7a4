package org.recsys4j.models.factor;

import java.io.IOException;
import java.util.SplittableRandom;
import org.recsys4j.api.FitContext;
import org.recsys4j.api.Recommender;
import org.recsys4j.api.concurrent.Workers;
import org.recsys4j.api.store.ModelReader;
import org.recsys4j.api.store.ModelWriter;
import org.recsys4j.models.fit.EpochMeter;
import org.recsys4j.models.fit.ParameterCopy;
import org.recsys4j.models.fit.Trainable;
import org.recsys4j.models.nn.kernel.Blas;
import org.recsys4j.models.nn.kernel.BlasProviders;
import org.recsys4j.models.sparse.SparseMatrix;

/**
 * Trains {@link Ials}: users are solved for with the items fixed, then items with the users fixed.
 * Rows of one side do not depend on each other, so threads share them.
 */
final class IalsTraining implements Trainable {
  /** Rows that one thread takes at a time. */
  private static final int SHARD = 256;

  private final Ials.Options options;
  private final Workers workers;
  private final Blas blas = BlasProviders.blas();
  private final SparseMatrix byUser;
  private final SparseMatrix byItem;
  private final float[] users;
  private final float[] items;
  private final ParameterCopy copy;

  IalsTraining(SparseMatrix train, Ials.Options options, FitContext context) {
    this.options = options;
    this.workers = context.workers();
    this.byUser = options.confidence().weights(train, options.alpha());
    this.byItem = byUser.transpose();
    int d = options.factors();
    users = new float[Math.multiplyExact(byUser.rows(), d)];
    SplittableRandom random = context.seeds().child("items").random();
    items = Rows.flatten(Rows.normal(byItem.rows(), d, 0.1 / Math.sqrt(d), random), d);
    copy = new ParameterCopy(users, items);
  }

  /** The loss that is reported is the one between both halves, which costs nothing to know. */
  @Override
  public void train(EpochMeter meter) {
    int d = options.factors();
    float[] itemGram = Gram.of(items, d, blas, workers);
    half(byUser, items, itemGram, users);
    float[] userGram = Gram.of(users, d, blas, workers);
    double loss = half(byItem, users, userGram, items);
    for (int cell = 0; cell < d * d; cell++) {
      loss += (double) userGram[cell] * itemGram[cell]; // the squares of all predictions
    }
    for (int k = 0; k < d; k++) {
      loss += options.regularisation() * ((double) userGram[k * d + k] + itemGram[k * d + k]);
    }
    meter.add(loss, byUser.cells());
  }

  /** Solves for one side; returns the loss of the observed cells before. */
  private double half(SparseMatrix cells, float[] fixed, float[] gram, float[] solved) {
    int d = options.factors();
    float[] regularised = Gram.regularised(gram, d, options.regularisation());
    double[] losses = new double[cells.rows()];
    workers.run(
        (losses.length + SHARD - 1) / SHARD,
        shard -> {
          int end = Math.min(losses.length, (shard + 1) * SHARD);
          try (ConjugateGradients solver =
              new ConjugateGradients(fixed, regularised, d, options.cgSteps(), blas)) {
            for (int row = shard * SHARD; row < end; row++) {
              losses[row] = solver.solve(cells, row, solved);
            }
          }
        });
    double sum = 0;
    for (double loss : losses) {
      sum += loss;
    }
    return sum;
  }

  /** The model as it is now; later training does not change it. */
  Ials model() {
    int d = options.factors();
    return new Ials(
        new Ials.Equations(d, options.regularisation(), options.alpha(), options.confidence()),
        users.clone(),
        items.clone());
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
    copy.save(out);
  }

  @Override
  public void load(ModelReader in) throws IOException {
    copy.load(in);
  }

  @Override
  public boolean finite() {
    return copy.finite();
  }
}
