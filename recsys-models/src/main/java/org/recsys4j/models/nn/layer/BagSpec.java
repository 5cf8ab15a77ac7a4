package org.recsys4j.models.nn.layer;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.recsys4j.models.nn.kernel.Activation;
import org.recsys4j.models.nn.kernel.Block;
import org.recsys4j.models.nn.kernel.Hash;

/**
 * A dense layer over a set of items, of which an input row holds the indices, filled up with
 * negative ones: {@code f(b + sum of their vectors / sqrt(n))}, which is {@code f(x W + b)} for the
 * binary row x of length 1 and the table W. The cost grows with the n items of a row and not with
 * the catalogue. In training each item is left out with some probability (inverted dropout).
 *
 * @param table name of the table, which moves as a whole
 * @param out length of its vectors and number of units
 * @param keep with which probability an item stays in training, in (0, 1]
 * @param activation the function f
 * @param place for dropout: another number in each layer of a graph
 */
public record BagSpec(String table, int out, double keep, Activation activation, int place)
    implements LayerSpec {
  @Override
  public List<ParameterSpec> parameters() {
    return List.of(new ParameterSpec("b", 1, out, ParameterSpec.Initial.ZERO));
  }

  @Override
  public Operation operation(LayerParameters parameters, LayerContext context) {
    return new Bag(this, parameters, context);
  }

  /** The passes. */
  private static final class Bag implements Operation {
    private final BagSpec spec;
    private final LayerParameters parameters;
    private final LayerContext context;
    private final TableGradient table;
    private int[] index = new int[0]; // the items of each row that stay, from its start on
    private int[] counts = new int[0];
    private double[] factors = new double[0];
    private int width;
    private @Nullable Block output;

    Bag(BagSpec spec, LayerParameters parameters, LayerContext context) {
      this.spec = spec;
      this.parameters = parameters;
      this.context = context;
      this.table = context.table(spec.table);
    }

    @Override
    public INDArray forward(INDArray input, boolean training, ArrayMaker arrays) {
      Block in = Block.of(input);
      width = in.columns();
      index = Indices.read(in, index);
      if (counts.length < in.rows()) {
        counts = new int[in.rows()];
        factors = new double[in.rows()];
      }
      INDArray result = arrays.create(in.rows(), spec.out);
      Block y = Block.of(result);
      int[] row = new int[width];
      for (int i = 0; i < in.rows(); i++) {
        choose(i, training ? spec.keep : 1);
        System.arraycopy(index, i * width, row, 0, counts[i]);
        context.kernels().bags().sum(table.table().values(), row, counts[i], factors[i], y, i);
      }
      context.kernels().elementwise().activate(y, parameters.value("b"), spec.activation);
      output = y;
      return result;
    }

    /** Moves the items that stay to the row's start. */
    private void choose(int row, double keep) {
      int key = (int) context.key(spec.place);
      int all = 0;
      int kept = 0;
      for (int at = row * width; at < (row + 1) * width; at++) {
        if (index[at] >= 0) {
          all++;
          if (keep == 1 || Hash.keeps(key, at, keep)) {
            index[row * width + kept++] = index[at];
          }
        }
      }
      counts[row] = kept;
      factors[row] = all == 0 ? 0 : 1 / (Math.sqrt(all) * keep);
    }

    @Override
    public @Nullable INDArray backward(INDArray gradient, ArrayMaker arrays) {
      Block dy = Block.of(gradient);
      context
          .kernels()
          .elementwise()
          .activateBackward(State.kept(output), dy, parameters.gradient("b"), spec.activation);
      int[] row = new int[width];
      for (int i = 0; i < dy.rows(); i++) {
        System.arraycopy(index, i * width, row, 0, counts[i]);
        context.kernels().bags().addTo(table.gradients(), row, counts[i], factors[i], dy, i);
      }
      return null;
    }
  }
}
