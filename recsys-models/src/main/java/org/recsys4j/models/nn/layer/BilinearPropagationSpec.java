package org.recsys4j.models.nn.layer;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.recsys4j.models.nn.kernel.Block;

/**
 * Neural graph convolution (Wang et al., "Neural graph collaborative filtering", SIGIR 2019):
 * {@code E(l + 1) = f((L + I) E(l) W1 + (L E(l) * E(l)) W2 + b)} with a leaky rectifier f, followed
 * by dropout in training. An input of n x m nodes becomes their n m rows of the layers 0 to {@code
 * layers}, side by side. A negative index gives zeros and learns nothing.
 *
 * <p>Computes all vectors in every step; products of matrices run on one thread.
 *
 * @param table name of the table of users and, after them, items; its gradient must be kept for the
 *     whole table
 * @param graph name of the graph
 * @param width length of the vectors of each layer
 * @param layers how often vectors are propagated, at least 1
 * @param dropout share of each layer's output that is left out in training, in [0, 1)
 * @param regularisation weight of an L2 penalty of half the square that each use of a node brings
 *     along for its vector of layer 0
 */
public record BilinearPropagationSpec(
    String table, String graph, int width, int layers, double dropout, double regularisation)
    implements LayerSpec {
  @Override
  public List<ParameterSpec> parameters() {
    List<ParameterSpec> specs = new ArrayList<>();
    for (int layer = 1; layer <= layers; layer++) {
      specs.add(new ParameterSpec("sum-" + layer, width, width, ParameterSpec.Initial.GLOROT));
      specs.add(new ParameterSpec("product-" + layer, width, width, ParameterSpec.Initial.GLOROT));
      specs.add(new ParameterSpec("bias-" + layer, 1, width, ParameterSpec.Initial.ZERO));
    }
    return specs;
  }

  @Override
  public Operation operation(LayerParameters parameters, LayerContext context) {
    return new BilinearPropagation(this, parameters, context);
  }

  /** How wide an output row is. */
  int outputWidth() {
    return width * (layers + 1);
  }

  /** The passes: gathers, and leaves each layer to {@link BilinearStep}. */
  private static final class BilinearPropagation implements Operation {
    private final BilinearPropagationSpec spec;
    private final LayerContext context;
    private final TableGradient table;
    private final int nodes;
    private final List<BilinearStep> steps = new ArrayList<>();
    private final Scratch first = new Scratch();
    private final List<Scratch> gradients = new ArrayList<>();
    private int[] index = new int[0];
    private int count;

    BilinearPropagation(
        BilinearPropagationSpec spec, LayerParameters parameters, LayerContext context) {
      this.spec = spec;
      this.context = context;
      this.table = context.table(spec.table);
      this.nodes = context.graph(spec.graph).nodes();
      gradients.add(new Scratch());
      for (int layer = 1; layer <= spec.layers; layer++) {
        steps.add(new BilinearStep(spec, layer, parameters, context));
        gradients.add(new Scratch());
      }
    }

    @Override
    public INDArray forward(INDArray input, boolean training, ArrayMaker arrays) {
      count = Math.toIntExact(input.length());
      index = Indices.read(Block.of(input), index);
      INDArray result = arrays.create(count, spec.outputWidth());
      Block out = Block.of(result);
      Block vectors = first.of(out, nodes, spec.width);
      vectors.write(0, 0, table.table().values(), 0, nodes * spec.width);
      out.clear();
      gather(vectors, out.columns(0, spec.width));
      for (int layer = 1; layer <= spec.layers; layer++) {
        vectors = steps.get(layer - 1).forward(vectors, training);
        gather(vectors, out.columns(layer * spec.width, spec.width));
      }
      return result;
    }

    private void gather(Block vectors, Block out) {
      for (int use = 0; use < count; use++) {
        if (index[use] >= 0) {
          out.copyRow(use, vectors, index[use]);
        }
      }
    }

    @Override
    public @Nullable INDArray backward(INDArray gradient, ArrayMaker arrays) {
      Block all = Block.of(gradient);
      Block above = scatter(all, spec.layers);
      for (int layer = spec.layers; layer >= 1; layer--) {
        Block below = scatter(all, layer - 1);
        steps.get(layer - 1).backward(above, below);
        above = below;
      }
      table.addAll(above);
      if (spec.regularisation > 0) {
        context.addPenalty(table.penalise(index, count, spec.regularisation));
      }
      return null;
    }

    /** What the output says of the gradients of a layer's vectors. */
    private Block scatter(Block gradient, int layer) {
      Block part = gradient.columns(layer * spec.width, spec.width);
      Block to = gradients.get(layer).of(gradient, nodes, spec.width);
      to.clear();
      context.kernels().elementwise().addRows(part, index, count, to);
      return to;
    }
  }
}
