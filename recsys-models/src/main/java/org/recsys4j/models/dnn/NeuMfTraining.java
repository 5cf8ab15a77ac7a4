package org.recsys4j.models.dnn;

import java.io.IOException;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.recsys4j.api.FitContext;
import org.recsys4j.api.data.Interactions;
import org.recsys4j.api.store.ModelReader;
import org.recsys4j.api.store.ModelWriter;
import org.recsys4j.models.fit.EpochMeter;
import org.recsys4j.models.fit.ParameterCopy;
import org.recsys4j.models.fit.Trainable;
import org.recsys4j.models.fit.UniformNegatives;
import org.recsys4j.models.nn.kernel.NativeBackend;
import org.recsys4j.models.nn.optimizer.RowAdam;

/**
 * Trains {@link NeuMf}: each distinct pair of user and item once an epoch, in a new order, each
 * with its own newly drawn negatives. A batch is cut into shards of a constant number of examples,
 * whose gradients are added in the order of the shards, so that no bit depends on the number of
 * threads.
 */
final class NeuMfTraining implements Trainable {
  /** Examples that one replica takes: small enough to share a batch, large enough to be fast. */
  private static final int SHARD = 2048;

  private final NeuMf.Options options;
  private final FitContext context;
  private final Interactions train;
  private final NeuMfParameters parameters;
  private final ParameterCopy kept;
  private final UniformNegatives negatives;
  private final int[] pairUsers;
  private final int[] pairItems;
  private final int[] order; // of the pairs in this epoch
  private final String json;
  private final INDArray dense;
  private final NeuMfShard[] shards;
  private final int pairsOfShard;
  private final RowAdam[] tables;
  private final RowAdam tower;

  NeuMfTraining(Interactions train, NeuMf.Options options, FitContext context) {
    this.options = options;
    this.context = context;
    this.train = train;
    NativeBackend.start();
    parameters =
        NeuMfParameters.random(
            train.users(), train.items(), options, context.seeds().child("parameters"));
    kept =
        new ParameterCopy(
            parameters.gmfUsers(),
            parameters.gmfItems(),
            parameters.mlpUsers(),
            parameters.mlpItems(),
            parameters.tower().parameters());
    negatives = new UniformNegatives(train);
    int[] users = new int[train.size()];
    int[] items = new int[train.size()];
    int pairs = 0;
    for (int user = 0; user < train.users(); user++) {
      for (int item : train.distinctItems(user)) {
        users[pairs] = user;
        items[pairs++] = item;
      }
    }
    pairUsers = Arrays.copyOf(users, pairs);
    pairItems = Arrays.copyOf(items, pairs);
    order = new int[pairs];
    json = NeuMfGraph.configuration(parameters.tower()).toJson();
    float[] towerValues = parameters.tower().parameters();
    dense = Nd4j.create(1, towerValues.length);
    int examplesOfPair = 1 + options.negatives();
    pairsOfShard = Math.max(1, Math.min(SHARD, options.batchSize()) / examplesOfPair);
    int pairsOfBatch = Math.max(1, options.batchSize() / examplesOfPair);
    shards = new NeuMfShard[(pairsOfBatch + pairsOfShard - 1) / pairsOfShard];
    int capacity = pairsOfShard * examplesOfPair;
    for (int i = 0; i < shards.length; i++) {
      shards[i] = new NeuMfShard(dense, parameters, capacity);
    }
    int most = shards.length * capacity;
    tables =
        new RowAdam[] {
          table(parameters.gmfUsers(), options.factors(), most),
          table(parameters.gmfItems(), options.factors(), most),
          table(parameters.mlpUsers(), options.mlpFactors(), most),
          table(parameters.mlpItems(), options.mlpFactors(), most)
        };
    tower = new RowAdam(towerValues, towerValues.length, 1, options.learningRate(), 0);
  }

  private RowAdam table(float[] values, int width, int most) {
    return new RowAdam(values, width, most, options.learningRate(), options.regularisation());
  }

  /** The network's configuration as Deeplearning4j writes it. */
  String json() {
    return json;
  }

  @Override
  public void train(EpochMeter meter) {
    shuffle(context.seeds().child("order", meter.epoch()).random());
    long key = context.seeds().child("negatives", meter.epoch()).seed();
    int batch = shards.length * pairsOfShard;
    for (int from = 0; from < pairUsers.length; from += batch) {
      step(from, Math.min(pairUsers.length, from + batch), key, meter);
    }
  }

  /** Begins with the same order in every epoch, so that an epoch needs none before it. */
  private void shuffle(SplittableRandom random) {
    Arrays.setAll(order, i -> i);
    for (int i = order.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int pair = order[i];
      order[i] = order[j];
      order[j] = pair;
    }
  }

  private void step(int from, int to, long key, EpochMeter meter) {
    dense.data().asNioFloat().put(parameters.tower().parameters());
    int used = (to - from + pairsOfShard - 1) / pairsOfShard;
    context
        .workers()
        .run(
            used,
            i -> {
              int start = from + i * pairsOfShard;
              fill(shards[i], start, Math.min(to, start + pairsOfShard), key);
              shards[i].run();
            });
    double loss = 0;
    int examples = 0;
    for (int i = 0; i < used; i++) {
      loss += shards[i].loss();
      examples += shards[i].size();
      tower.add(0, shards[i].towerGradient, 0);
    }
    meter.add(loss, examples);
    float scale = 1f / examples;
    tower.step(scale);
    context.workers().run(tables.length, table -> update(table, used, scale));
  }

  private void fill(NeuMfShard shard, int from, int to, long key) {
    shard.clear();
    for (int place = from; place < to; place++) {
      int user = pairUsers[order[place]];
      shard.add(user, pairItems[order[place]], 1f);
      for (int i = 0; i < options.negatives(); i++) {
        int item = negatives.draw(user, key + (long) place * options.negatives() + i);
        if (item != UniformNegatives.NONE) {
          shard.add(user, item, 0f);
        }
      }
    }
  }

  private void update(int table, int used, float scale) {
    boolean ofUsers = table % 2 == 0;
    int width = table < 2 ? options.factors() : options.mlpFactors();
    for (int i = 0; i < used; i++) {
      NeuMfShard shard = shards[i];
      int[] index = ofUsers ? shard.users : shard.items;
      for (int row = 0; row < shard.size(); row++) {
        tables[table].add(index[row], shard.rowGradients[table], row * width);
      }
    }
    tables[table].step(scale);
  }

  @Override
  public NeuMf snapshot() {
    parameters.fillUntrainedUsers(train);
    return new NeuMf(parameters, json);
  }

  @Override
  public void keep() {
    kept.keep();
  }

  @Override
  public void restore() {
    kept.restore();
  }

  @Override
  public void save(ModelWriter out) throws IOException {
    kept.save(out.part("parameters"));
    tower.save(out.part("tower-steps"));
    for (int i = 0; i < tables.length; i++) {
      tables[i].save(out.part("table-steps-" + i));
    }
  }

  @Override
  public void load(ModelReader in) throws IOException {
    kept.load(in.part("parameters"));
    tower.load(in.part("tower-steps"));
    for (int i = 0; i < tables.length; i++) {
      tables[i].load(in.part("table-steps-" + i));
    }
  }

  @Override
  public boolean finite() {
    return kept.finite();
  }
}
