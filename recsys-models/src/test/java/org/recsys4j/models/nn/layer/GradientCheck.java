package org.recsys4j.models.nn.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.recsys4j.api.concurrent.Workers;
import org.recsys4j.api.random.SeedTree;
import org.recsys4j.models.nn.kernel.Block;
import org.recsys4j.models.nn.kernel.InteractionGraph;
import org.recsys4j.models.nn.kernel.Kernels;
import org.recsys4j.models.nn.kernel.NativeBackend;

/**
 * Checks a graph of our layers in two ways: its gradients in double precision with the plain
 * kernels against central differences, for every dense parameter and every number of a table; and
 * the fast kernels in single precision against the plain ones, loss and all gradients.
 *
 * <p>Numbers of tables are multiples of 1/64 and are moved by 2^-12, so that floats hold them
 * exactly.
 */
public final class GradientCheck {
  private static final int STEPS_BEFORE = 3;
  private static final double STEP = 0x1p-12;
  private static final double TOLERANCE = 1e-5;

  private final ComputationGraphConfiguration graph;
  private final List<EmbeddingTable> tables;
  private final List<InteractionGraph> interactions;
  private final double[][][] inputs;
  private final double[][] labels;
  private final long key;

  /**
   * A check.
   *
   * @param graph what is checked
   * @param tables its tables, see {@link #table}
   * @param interactions what its layers propagate through
   * @param inputs its inputs, row after row
   * @param labels what its loss compares with
   */
  public GradientCheck(
      ComputationGraphConfiguration graph,
      List<EmbeddingTable> tables,
      List<InteractionGraph> interactions,
      double[][][] inputs,
      double[][] labels) {
    NativeBackend.start();
    this.graph = graph;
    this.tables = tables;
    this.interactions = interactions;
    this.inputs = inputs;
    this.labels = labels;
    this.key = 77;
  }

  /** A table of multiples of 1/64 between -1 and 1. */
  public static EmbeddingTable table(String name, int rows, int width, boolean whole) {
    SplittableRandom random = new SplittableRandom(name.hashCode());
    float[] values = new float[rows * width];
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextInt(-64, 65) / 64f;
    }
    return new EmbeddingTable(name, rows, width, values, whole);
  }

  /** A graph with one input, {@code input}, and the layers one after the other. */
  public static ComputationGraphConfiguration chain(DataType type, LayerSpec... specs) {
    ComputationGraphConfiguration.GraphBuilder graph = builder(type).addInputs("input");
    String below = "input";
    for (int i = 0; i < specs.length; i++) {
      graph.addLayer("layer-" + i, new SpecLayer(specs[i]), below);
      below = "layer-" + i;
    }
    return graph.setOutputs(below).build();
  }

  /** What a graph begins with. */
  public static ComputationGraphConfiguration.GraphBuilder builder(DataType type) {
    return Graphs.builder(type);
  }

  /** Builds the same graph for either type. */
  @FunctionalInterface
  public interface GraphOf {
    /** The graph for numbers of a type. */
    ComputationGraphConfiguration build(DataType type);
  }

  /** Runs both checks. */
  public static void run(
      GraphOf graph, List<EmbeddingTable> tables, double[][][] inputs, double[][] labels) {
    run(graph, tables, List.of(), inputs, labels);
  }

  /** Runs both checks of a graph whose layers propagate through graphs of users and items. */
  public static void run(
      GraphOf graph,
      List<EmbeddingTable> tables,
      List<InteractionGraph> interactions,
      double[][][] inputs,
      double[][] labels) {
    GradientCheck exact =
        new GradientCheck(graph.build(DataType.DOUBLE), tables, interactions, inputs, labels);
    exact.againstDifferences();
    exact.fastAgainstPlain(graph.build(DataType.FLOAT));
  }

  /** Runs the second check alone, for networks of many parameters. */
  public static void fastAsPlain(
      GraphOf graph, List<EmbeddingTable> tables, double[][][] inputs, double[][] labels) {
    new GradientCheck(graph.build(DataType.DOUBLE), tables, List.of(), inputs, labels)
        .fastAgainstPlain(graph.build(DataType.FLOAT));
  }

  private void againstDifferences() {
    try (Workers workers = new Workers(1)) {
      float[] initial = NetworkReplica.initialParameters(graph, new SeedTree(5));
      INDArray parameters = parameters(DataType.DOUBLE, initial);
      NetworkReplica network =
          new NetworkReplica(graph, parameters, tables, interactions, Kernels.plain(), workers);
      step(network, DataType.DOUBLE);
      double[] dense = dense(network, initial.length);
      List<double[]> ofTables = tables.stream().map(table -> sparse(network, table)).toList();
      for (int i = 0; i < dense.length; i++) {
        double value = parameters.getDouble(i);
        parameters.putScalar(i, value + STEP);
        double above = step(network, DataType.DOUBLE);
        parameters.putScalar(i, value - STEP);
        double below = step(network, DataType.DOUBLE);
        parameters.putScalar(i, value);
        compare("parameter " + i, dense[i], (above - below) / (2 * STEP), TOLERANCE);
      }
      for (int t = 0; t < tables.size(); t++) {
        float[] values = tables.get(t).values();
        for (int i = 0; i < values.length; i++) {
          float value = values[i];
          values[i] = (float) (value + STEP);
          double above = step(network, DataType.DOUBLE);
          values[i] = (float) (value - STEP);
          double below = step(network, DataType.DOUBLE);
          values[i] = value;
          String name = tables.get(t).name() + " " + i;
          compare(name, ofTables.get(t)[i], (above - below) / (2 * STEP), TOLERANCE);
        }
      }
    }
  }

  private void fastAgainstPlain(ComputationGraphConfiguration single) {
    try (Workers workers = new Workers(1)) {
      float[] initial = NetworkReplica.initialParameters(graph, new SeedTree(5));
      NetworkReplica plain =
          new NetworkReplica(
              graph,
              parameters(DataType.DOUBLE, initial),
              tables,
              interactions,
              Kernels.plain(),
              workers);
      NetworkReplica fast =
          new NetworkReplica(
              single,
              parameters(DataType.FLOAT, initial),
              tables,
              interactions,
              Kernels.fast(),
              workers);
      for (int round = 0; round < 2; round++) { // the second finds what the first left behind
        double expected = step(plain, DataType.DOUBLE);
        compare("loss", step(fast, DataType.FLOAT), expected, 1e-4);
        assertThat(fast.terms()).isEqualTo(plain.terms());
        all("dense", dense(fast, initial.length), dense(plain, initial.length));
        for (EmbeddingTable table : tables) {
          all(table.name(), sparse(fast, table), sparse(plain, table));
        }
      }
    }
  }

  private static void all(String name, double[] actual, double[] expected) {
    double size = Math.max(0.1, Arrays.stream(expected).map(Math::abs).max().orElse(0));
    for (int i = 0; i < expected.length; i++) {
      assertThat(actual[i]).as(name + " " + i).isCloseTo(expected[i], within(2e-4 * size));
    }
  }

  private static void compare(String name, double actual, double expected, double tolerance) {
    assertThat(actual)
        .as(name)
        .isCloseTo(expected, within(tolerance * Math.max(1, Math.abs(expected))));
  }

  private double step(NetworkReplica network, DataType type) {
    List<INDArray> arrays =
        Arrays.stream(inputs).map(input -> Nd4j.create(input).castTo(type)).toList();
    network.step(arrays, Nd4j.create(labels).castTo(type), key, STEPS_BEFORE);
    return network.loss();
  }

  private static INDArray parameters(DataType type, float[] values) {
    INDArray array = values.length == 0 ? Nd4j.empty(type) : Nd4j.create(type, values.length);
    for (int i = 0; i < values.length; i++) {
      array.putScalar(i, values[i]);
    }
    return array;
  }

  private static double[] dense(NetworkReplica network, int count) {
    if (count == 0) {
      return new double[0];
    }
    Block gradient = network.gradient();
    double[] result = new double[count];
    Arrays.setAll(result, i -> gradient.get(0, i));
    return result;
  }

  /** The gradients of a table in the last step, as one row-major matrix. */
  static double[] sparse(NetworkReplica network, EmbeddingTable table) {
    TableGradient gradient = network.table(table.name());
    double[] result = new double[table.values().length];
    if (table.whole()) {
      Arrays.setAll(result, i -> gradient.gradients()[i]);
      return result;
    }
    for (int use = 0; use < gradient.count(); use++) {
      for (int k = 0; k < table.width(); k++) {
        int at = gradient.rows()[use] * table.width() + k;
        result[at] += gradient.gradients()[use * table.width() + k];
      }
    }
    return result;
  }
}
