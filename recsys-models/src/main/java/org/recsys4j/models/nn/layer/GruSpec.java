package org.recsys4j.models.nn.layer;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.recsys4j.models.nn.kernel.Activation;
import org.recsys4j.models.nn.kernel.Block;
import org.recsys4j.models.nn.kernel.Kernels;

/**
 * Gated recurrent units over whole sequences (Cho et al. 2014): the state after each step. Reset
 * gate r, update gate z and candidate c follow from the input x and the state before, h':
 *
 * <pre>{@code
 * r = sigmoid(x W_r + h' U_r + b_r)
 * z = sigmoid(x W_z + h' U_z + b_z)
 * c = tanh(x W_c + b_c + r (h' U_c + b_q))
 * h = (1 - z) c + z h'
 * }</pre>
 *
 * <p>The reset gate comes after the product, as in cuDNN and PyTorch: so one product serves all
 * gates. States begin with zeros. Holds {@code rows x 4 units} numbers beside input and output.
 *
 * @param in width of the input
 * @param units width of the state
 */
public record GruSpec(int in, int units) implements LayerSpec {
  @Override
  public List<ParameterSpec> parameters() {
    return List.of(
        new ParameterSpec("W", in, 3 * units, ParameterSpec.Initial.GLOROT),
        new ParameterSpec("U", units, 3 * units, ParameterSpec.Initial.GLOROT),
        new ParameterSpec("b", 1, 4 * units, ParameterSpec.Initial.ZERO));
  }

  @Override
  public Operation operation(LayerParameters parameters, LayerContext context) {
    return new Gru(this, parameters, context);
  }

  /** The passes. */
  private static final class Gru implements Operation {
    private final GruSpec spec;
    private final LayerParameters parameters;
    private final LayerContext context;
    private final Kernels kernels;
    private final Scratch gateMemory = new Scratch();
    private final Scratch candidateMemory = new Scratch();
    private final Scratch recurrentMemory = new Scratch();
    private final Scratch stateMemory = new Scratch();
    private @Nullable Block input;
    private @Nullable Block output;
    private @Nullable Block gates;
    private @Nullable Block candidates;

    Gru(GruSpec spec, LayerParameters parameters, LayerContext context) {
      this.spec = spec;
      this.parameters = parameters;
      this.context = context;
      this.kernels = context.kernels();
    }

    @Override
    public INDArray forward(INDArray array, boolean training, ArrayMaker arrays) {
      Block x = Block.of(array);
      int length = context.steps();
      int sequences = x.rows() / length;
      INDArray result = arrays.create(x.rows(), spec.units);
      Block y = Block.of(result);
      Block g = gateMemory.of(x, x.rows(), 3 * spec.units);
      Block q = candidateMemory.of(x, x.rows(), spec.units);
      Block recurrent = recurrentMemory.of(x, sequences, 3 * spec.units);
      Block zeros = stateMemory.of(x, sequences, spec.units);
      kernels.products().multiply(x, parameters.value("W"), g);
      recurrent.clear();
      zeros.clear();
      for (int step = 0; step < length; step++) {
        Block before = step == 0 ? zeros : y.everyRow(step - 1, length, sequences);
        if (step > 0) {
          kernels.products().multiply(before, parameters.value("U"), recurrent);
        }
        kernels
            .recurrentCells()
            .gru(
                g.everyRow(step, length, sequences),
                recurrent,
                parameters.value("b"),
                before,
                q.everyRow(step, length, sequences),
                y.everyRow(step, length, sequences));
      }
      input = x;
      output = y;
      gates = g;
      candidates = q;
      return result;
    }

    @Override
    public INDArray backward(INDArray gradient, ArrayMaker arrays) {
      Block dy = Block.of(gradient);
      Block y = State.kept(output);
      Block g = State.kept(gates);
      Block q = State.kept(candidates);
      int length = context.steps();
      int sequences = dy.rows() / length;
      Block recurrent = recurrentMemory.of(dy, sequences, 3 * spec.units);
      Block memory = stateMemory.of(dy, 2 * sequences, spec.units);
      Block zeros = memory.rows(0, sequences);
      Block carry = memory.rows(sequences, sequences);
      memory.clear();
      for (int step = length - 1; step >= 0; step--) {
        kernels
            .recurrentCells()
            .gruBackward(
                g.everyRow(step, length, sequences),
                q.everyRow(step, length, sequences),
                step == 0 ? zeros : y.everyRow(step - 1, length, sequences),
                dy.everyRow(step, length, sequences),
                carry,
                recurrent);
        if (step > 0) {
          kernels.products().multiplyAdd(1, recurrent, parameters.value("U").transpose(), carry);
        }
      }
      return gradients(y, g, q, arrays);
    }

    /** Those of parameters and input, once the gates have theirs; takes the first steps away. */
    private INDArray gradients(Block y, Block g, Block q, ArrayMaker arrays) {
      Block x = State.kept(input);
      int units = spec.units;
      Block bias = parameters.gradient("b");
      sum(g, bias.columns(0, 3 * units));
      sum(q, bias.columns(3 * units, units));
      INDArray below = arrays.create(x.rows(), spec.in);
      kernels.products().multiply(g, parameters.value("W").transpose(), Block.of(below));
      kernels.products().multiply(x.transpose(), g, parameters.gradient("W"));
      int sequences = x.rows() / context.steps();
      g.everyRow(0, context.steps(), sequences).clear(); // nothing came before them
      q.everyRow(0, context.steps(), sequences).clear();
      int later = x.rows() - 1;
      Block before = y.rows(0, later).transpose();
      Block du = parameters.gradient("U");
      kernels
          .products()
          .multiply(before, g.columns(0, 2 * units).rows(1, later), du.columns(0, 2 * units));
      kernels.products().multiply(before, q.rows(1, later), du.columns(2 * units, units));
      return below;
    }

    private void sum(Block rows, Block to) {
      kernels.elementwise().activateBackward(rows, rows, to, Activation.IDENTITY);
    }
  }
}
