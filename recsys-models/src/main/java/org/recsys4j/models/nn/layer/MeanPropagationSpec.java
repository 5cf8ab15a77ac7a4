package org.recsys4j.models.nn.layer;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.recsys4j.models.nn.kernel.Block;
import org.recsys4j.models.nn.kernel.Propagation;

/**
 * Light graph convolution (He et al., "LightGCN", SIGIR 2020): vectors of users and items are
 * propagated through the graph of their interactions, {@code E(l + 1) = L E(l)}, and the mean of
 * the layers 0 to {@code layers} is the output. An input of n x m nodes becomes their n m rows. A
 * negative index gives zeros and learns nothing.
 *
 * <p>Computes all vectors in every step, with the threads that the replica may use: for graphs with
 * one replica.
 *
 * @param table name of the table of users and, after them, items; its gradient must be kept for the
 *     whole table
 * @param graph name of the graph
 * @param width length of the vectors
 * @param layers how often vectors are propagated, at least 1
 * @param regularisation weight of an L2 penalty of half the square that each use of a node brings
 *     along for its vector of layer 0
 */
public record MeanPropagationSpec(
    String table, String graph, int width, int layers, double regularisation) implements LayerSpec {
  @Override
  public List<ParameterSpec> parameters() {
    return List.of();
  }

  @Override
  public Operation operation(LayerParameters parameters, LayerContext context) {
    return new MeanPropagation(this, context);
  }

  /** The passes. */
  private static final class MeanPropagation implements Operation {
    private final MeanPropagationSpec spec;
    private final TableGradient table;
    private final Propagation propagation;
    private final LayerContext context;
    private int[] index = new int[0];
    private int count;

    MeanPropagation(MeanPropagationSpec spec, LayerContext context) {
      this.spec = spec;
      this.context = context;
      this.table = context.table(spec.table);
      this.propagation =
          context
              .kernels()
              .propagations()
              .through(context.graph(spec.graph), spec.width, context.workers());
    }

    @Override
    public INDArray forward(INDArray input, boolean training, ArrayMaker arrays) {
      count = Math.toIntExact(input.length());
      index = Indices.read(Block.of(input), index);
      INDArray result = arrays.create(count, spec.width);
      propagation.mean(table.table().values(), spec.layers, index, count, Block.of(result));
      return result;
    }

    @Override
    public @Nullable INDArray backward(INDArray gradient, ArrayMaker arrays) {
      float[] all = table.wholeGradient();
      propagation.meanBackward(Block.of(gradient), spec.layers, index, count, all);
      if (spec.regularisation > 0) {
        penalise(table.table().values(), all);
      }
      return null;
    }

    private void penalise(float[] values, float[] all) {
      float weight = (float) spec.regularisation;
      double squares = 0;
      for (int use = 0; use < count; use++) {
        int at = index[use] * spec.width;
        for (int k = at; k >= 0 && k < at + spec.width; k++) {
          all[k] += weight * values[k];
          squares += (double) values[k] * values[k];
        }
      }
      context.addPenalty(spec.regularisation / 2 * squares);
    }
  }
}
