package org.recsys4j.models.nn.loss;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.recsys4j.models.nn.kernel.Block;
import org.recsys4j.models.nn.kernel.Kernels;
import org.recsys4j.models.nn.layer.Indices;
import org.recsys4j.models.nn.layer.LayerContext;
import org.recsys4j.models.nn.layer.LayerParameters;
import org.recsys4j.models.nn.layer.LossOperation;
import org.recsys4j.models.nn.layer.LossSpec;
import org.recsys4j.models.nn.layer.ParameterSpec;

/**
 * Bayesian personalised ranking (Rendle et al., UAI 2009): {@code -log sigmoid(u * i - u * j)} for
 * a user u, an item i that the user had and an item j that the user had not. Input are their
 * vectors, three rows an example; labels are one number an example, and a negative one is no term.
 */
public record BprSpec() implements LossSpec {
  @Override
  public List<ParameterSpec> parameters() {
    return List.of();
  }

  @Override
  public LossOperation operation(LayerParameters parameters, LayerContext context) {
    return new Bpr(context.kernels());
  }

  /** The loss of one replica. */
  private static final class Bpr implements LossOperation {
    private final Kernels kernels;
    private int[] wanted = new int[0];

    Bpr(Kernels kernels) {
      this.kernels = kernels;
    }

    @Override
    public Result compare(INDArray input, INDArray labels, ArrayMaker arrays) {
      Block triples = Block.of(input);
      wanted = Indices.read(Block.of(labels), wanted);
      INDArray gradient = arrays.create(triples.rows(), triples.columns());
      double loss = kernels.pairwise().bpr(triples, wanted, Block.of(gradient));
      int terms = 0;
      for (int example = 0; example < triples.rows() / 3; example++) {
        terms += wanted[example] < 0 ? 0 : 1;
      }
      return new Result(loss, terms, gradient);
    }
  }
}
