package org.recsys4j.models.nn.layer;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.recsys4j.models.nn.kernel.Block;
import org.recsys4j.models.nn.kernel.Hash;

/**
 * Draws from a normal distribution (Kingma and Welling, "Auto-encoding variational Bayes", ICLR
 * 2014): of an input row of 2 d numbers, means m and logarithms of variances v, it makes {@code m +
 * e exp(v / 2)} with standard normal e in training, and m otherwise. Adds to the loss how far the
 * distribution is from a standard normal one, {@code w / 2 * sum(exp(v) + m^2 - 1 - v)}, whose
 * weight w grows linearly from 0 (Liang et al., WWW 2018).
 *
 * @param out the number d
 * @param weight the weight w in the end, 0 or more
 * @param steps after how many steps w is reached; 0 for at once
 * @param place for the draws: another number in each layer of a graph
 */
public record GaussianSampleSpec(int out, double weight, int steps, int place)
    implements LayerSpec {
  @Override
  public List<ParameterSpec> parameters() {
    return List.of();
  }

  @Override
  public Operation operation(LayerParameters parameters, LayerContext context) {
    return new Sample(this, context);
  }

  /** The passes. */
  private static final class Sample implements Operation {
    private final GaussianSampleSpec spec;
    private final LayerContext context;
    private double[] draws = new double[0];
    private double[] deviations = new double[0];
    private @Nullable Block input;

    Sample(GaussianSampleSpec spec, LayerContext context) {
      this.spec = spec;
      this.context = context;
    }

    private double weight() {
      return spec.steps == 0
          ? spec.weight
          : spec.weight * Math.min(1.0, (double) context.step() / spec.steps);
    }

    @Override
    public INDArray forward(INDArray array, boolean training, ArrayMaker arrays) {
      Block x = Block.of(array);
      INDArray result = arrays.create(x.rows(), spec.out);
      Block z = Block.of(result);
      double distance = 0;
      int key = (int) context.key(spec.place);
      int count = training ? x.rows() * spec.out : 0;
      if (draws.length < count) {
        draws = new double[count];
        deviations = new double[count];
      }
      for (int row = 0; row < x.rows(); row++) {
        for (int column = 0; column < spec.out; column++) {
          double mean = x.get(row, column);
          if (training) {
            int at = row * spec.out + column;
            double logVariance = x.get(row, spec.out + column);
            draws[at] = Hash.normal(key, at);
            deviations[at] = Math.exp(logVariance / 2);
            z.set(row, column, mean + draws[at] * deviations[at]);
            distance += deviations[at] * deviations[at] + mean * mean - 1 - logVariance;
          } else {
            z.set(row, column, mean);
          }
        }
      }
      if (training) {
        context.addPenalty(weight() / 2 * distance);
      }
      input = x;
      return result;
    }

    @Override
    public INDArray backward(INDArray gradient, ArrayMaker arrays) {
      Block x = State.kept(input);
      Block dz = Block.of(gradient);
      INDArray below = arrays.create(x.rows(), 2 * spec.out);
      Block dx = Block.of(below);
      double weight = weight();
      for (int row = 0; row < x.rows(); row++) {
        for (int column = 0; column < spec.out; column++) {
          double from = dz.get(row, column);
          int at = row * spec.out + column;
          double deviation = deviations[at];
          dx.set(row, column, from + weight * x.get(row, column));
          dx.set(
              row,
              spec.out + column,
              from * draws[at] * deviation / 2 + weight / 2 * (deviation * deviation - 1));
        }
      }
      return below;
    }
  }
}
