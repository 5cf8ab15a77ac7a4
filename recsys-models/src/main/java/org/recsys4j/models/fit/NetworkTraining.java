package org.recsys4j.models.fit;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.recsys4j.api.FitContext;
import org.recsys4j.api.random.SeedTree;
import org.recsys4j.api.store.ModelReader;
import org.recsys4j.api.store.ModelWriter;
import org.recsys4j.models.nn.kernel.Block;
import org.recsys4j.models.nn.kernel.Kernels;
import org.recsys4j.models.nn.kernel.NativeArrays;
import org.recsys4j.models.nn.kernel.NativeBackend;
import org.recsys4j.models.nn.layer.Arenas;
import org.recsys4j.models.nn.layer.EmbeddingTable;
import org.recsys4j.models.nn.layer.NetworkReplica;
import org.recsys4j.models.nn.layer.TableGradient;
import org.recsys4j.models.nn.optimizer.DenseOptimizer;
import org.recsys4j.models.nn.optimizer.Steps;
import org.recsys4j.models.nn.optimizer.TableOptimizer;

/**
 * Trains a network of our layers, in parallel and repeatably: each batch is cut into a constant
 * number of shards, each shard runs through a replica of the network on some thread, gradients are
 * added in the order of the shards, and one step is taken. Parameters after training have the same
 * bits for any number of threads.
 *
 * <p>Holds beside parameters, moments and the kept best epoch one gradient of the dense parameters
 * and of dense tables for each shard, and the activations of as many shards as there are threads.
 */
public final class NetworkTraining {
  private final NetworkPlan plan;
  private final Examples examples;
  private final FitContext context;
  private final float[] dense;
  private final INDArray shared; // the dense parameters, as replicas read them
  private final List<Shard> shards = new ArrayList<>();
  private final BatchOrder order;
  private final DenseOptimizer denseOptimizer;
  private final Map<EmbeddingTable, DenseOptimizer> wholeTables = new LinkedHashMap<>();
  private final Map<EmbeddingTable, TableOptimizer> rowTables = new LinkedHashMap<>();
  private final ParameterCopy copy;

  /** A replica with its examples. */
  private record Shard(NetworkReplica network, ExampleBatch batch) {}

  /**
   * Begins with the parameters as they are.
   *
   * @param plan what is trained and how
   * @param dense the dense parameters in the order of the graph's vector, which training changes;
   *     {@link NetworkReplica#initialParameters} draws them
   * @param examples on what
   * @param context seeds and threads
   */
  public NetworkTraining(NetworkPlan plan, float[] dense, Examples examples, FitContext context) {
    NativeBackend.start();
    this.plan = plan;
    this.examples = examples;
    this.context = context;
    this.dense = dense;
    shared = NativeArrays.vector(DataType.FLOAT, dense.length);
    share(dense, 0, dense.length);
    Arenas arenas = new Arenas(DataType.FLOAT);
    for (int i = 0; i < plan.shards(); i++) {
      NetworkReplica network =
          new NetworkReplica(
              plan.graph(),
              shared,
              plan.tables(),
              plan.interactions(),
              Kernels.fast(),
              context.workers(),
              arenas);
      shards.add(new Shard(network, new ExampleBatch(examples, capacity())));
    }
    order = new BatchOrder(examples, capacity(), plan.shards());
    Steps steps = new Steps(plan.steps(), (long) plan.epochs() * batches());
    denseOptimizer = new DenseOptimizer(dense, steps);
    plan.tables()
        .forEach(
            table -> {
              if (table.whole()) {
                wholeTables.put(table, new DenseOptimizer(table.values(), steps));
              } else {
                rowTables.put(table, new TableOptimizer(table, steps, plan.regularisation()));
              }
            });
    copy =
        new ParameterCopy(
            Stream.concat(Stream.of(dense), plan.tables().stream().map(EmbeddingTable::values))
                .toArray(float[][]::new));
  }

  /** Most examples of a shard. */
  private int capacity() {
    int batch = Math.min(plan.batchSize(), examples.count());
    return (batch + plan.shards() - 1) / plan.shards();
  }

  /** How many steps an epoch has. */
  private int batches() {
    int batch = Math.max(1, capacity() * plan.shards());
    return (int) (((long) examples.count() + batch - 1) / batch);
  }

  private void share(float[] parameters, int from, int count) {
    if (count > 0) {
      Block.of(shared).write(0, from, parameters, from, count);
    }
  }

  /**
   * The parameters to keep, restore and check.
   *
   * @return a copy that begins empty
   */
  public ParameterCopy copy() {
    return copy;
  }

  /**
   * Writes parameters, the kept ones and the state of the optimisers.
   *
   * @param out takes them
   * @throws IOException if writing fails
   */
  public void save(ModelWriter out) throws IOException {
    copy.save(out.part("parameters"));
    denseOptimizer.save(out.part("layers"));
    for (Map.Entry<EmbeddingTable, DenseOptimizer> entry : wholeTables.entrySet()) {
      entry.getValue().save(out.part(entry.getKey().name()));
    }
    for (Map.Entry<EmbeddingTable, TableOptimizer> entry : rowTables.entrySet()) {
      entry.getValue().save(out.part(entry.getKey().name()));
    }
  }

  /**
   * Reads what {@link #save} wrote.
   *
   * @param in gives it
   * @throws IOException if reading fails, or it is another network's
   */
  public void load(ModelReader in) throws IOException {
    copy.load(in.part("parameters"));
    denseOptimizer.load(in.part("layers"));
    for (Map.Entry<EmbeddingTable, DenseOptimizer> entry : wholeTables.entrySet()) {
      entry.getValue().load(in.part(entry.getKey().name()));
    }
    for (Map.Entry<EmbeddingTable, TableOptimizer> entry : rowTables.entrySet()) {
      entry.getValue().load(in.part(entry.getKey().name()));
    }
    refresh();
  }

  /** Makes replicas read the parameters again, after they were changed from outside. */
  public void refresh() {
    share(dense, 0, dense.length);
  }

  /**
   * What the network gives with the parameters as they are, without dropout. Not while it is
   * trained.
   *
   * @param inputs the inputs of the graph, in its order
   * @return what the layer below the loss gives
   */
  public INDArray output(List<INDArray> inputs) {
    return shards.get(0).network.output(inputs);
  }

  /**
   * Goes through all examples once.
   *
   * @param meter takes the loss of every batch
   */
  public void train(EpochMeter meter) {
    long seed = context.seeds().child("epoch", meter.epoch()).seed();
    int batch = capacity() * shards.size();
    for (int from = 0; from < examples.count(); from += batch) {
      step(seed, from, meter::add);
    }
  }

  /** Is told the loss of a batch before the step is taken, and may throw. */
  @FunctionalInterface
  public interface BatchLoss {
    /**
     * A batch has been through the network.
     *
     * @param loss sum of its terms
     * @param terms how many
     */
    void add(double loss, long terms);
  }

  /**
   * Takes one step.
   *
   * @param seed of the epoch
   * @param from position of the batch's first example in the epoch
   * @param meter is told the loss
   */
  public void step(long seed, int from, BatchLoss meter) {
    BatchRange range =
        new BatchRange(seed, from, Math.min(examples.count(), from + capacity() * shards.size()));
    order.deal(range);
    int used = order.parts();
    context.workers().run(used, part -> run(part, range));
    double loss = 0;
    long terms = 0;
    for (Shard shard : shards.subList(0, used)) {
      loss += shard.network.loss();
      terms += shard.network.terms();
    }
    meter.add(loss, terms);
    move(shards.subList(0, used), 1f / Math.max(1, terms));
  }

  private void run(int part, BatchRange range) {
    Shard shard = shards.get(part);
    shard.batch.begin(range, order.steps(part));
    for (int row = 0; row < order.size(part); row++) {
      examples.write(range.seed(), order.position(part, row), shard.batch, row);
    }
    ExampleBatch.Arrays arrays = shard.batch.arrays(order.size(part));
    long key = SeedTree.mix(range.seed() + range.from() + (long) part * capacity());
    shard.network.step(arrays.inputs(), arrays.labels(), key, denseOptimizer.steps());
  }

  private void move(Collection<Shard> used, float scale) {
    List<NetworkReplica> networks = used.stream().map(Shard::network).toList();
    moveDense(networks, scale);
    wholeTables.forEach(
        (table, optimizer) -> {
          List<TableGradient> gradients = gradients(networks, table);
          optimizer.step(
              gradients.size(),
              (gradient, from, target, count) ->
                  System.arraycopy(gradients.get(gradient).gradients(), from, target, 0, count),
              scale,
              (changed, from, count) -> {},
              context.workers());
        });
    rowTables.forEach(
        (table, optimizer) -> optimizer.step(gradients(networks, table), scale, context.workers()));
  }

  /** Takes a step even where a graph has no dense parameters: this one counts them. */
  private void moveDense(List<NetworkReplica> networks, float scale) {
    List<Block> gradients =
        dense.length == 0 ? List.of() : networks.stream().map(NetworkReplica::gradient).toList();
    denseOptimizer.step(
        gradients.size(),
        (gradient, from, target, count) -> gradients.get(gradient).read(0, from, target, 0, count),
        scale,
        this::share,
        context.workers());
  }

  private static List<TableGradient> gradients(
      List<NetworkReplica> networks, EmbeddingTable table) {
    return networks.stream().map(network -> network.table(table.name())).toList();
  }
}
