package org.recsys4j.models.nn.layer;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.recsys4j.models.nn.kernel.Activation;
import org.recsys4j.models.nn.kernel.Block;
import org.recsys4j.models.nn.kernel.Kernels;

/**
 * A long short-term memory over whole sequences (Hochreiter and Schmidhuber 1997, with the forget
 * gate of Gers et al. 2000): the state after each step. Input gate i, forget gate f, candidate g
 * and output gate o follow from the input x and the state before, h', by {@code x W + h' U + b};
 * the cell is {@code c = f c' + i g}, the state {@code h = o tanh(c)}. Both begin with zeros.
 *
 * <p>Holds {@code rows x 5 units} numbers beside input and output.
 *
 * @param in width of the input
 * @param units width of state and cell
 */
public record LstmSpec(int in, int units) implements LayerSpec {
  @Override
  public List<ParameterSpec> parameters() {
    return List.of(
        new ParameterSpec("W", in, 4 * units, ParameterSpec.Initial.GLOROT),
        new ParameterSpec("U", units, 4 * units, ParameterSpec.Initial.GLOROT),
        new ParameterSpec("b", 1, 4 * units, ParameterSpec.Initial.ZERO));
  }

  @Override
  public Operation operation(LayerParameters parameters, LayerContext context) {
    return new Lstm(this, parameters, context);
  }

  /** The passes. */
  private static final class Lstm implements Operation {
    private final LstmSpec spec;
    private final LayerParameters parameters;
    private final LayerContext context;
    private final Kernels kernels;
    private final Scratch gateMemory = new Scratch();
    private final Scratch cellMemory = new Scratch();
    private final Scratch carryMemory = new Scratch();
    private @Nullable Block input;
    private @Nullable Block output;
    private @Nullable Block gates;
    private @Nullable Block cells;

    Lstm(LstmSpec spec, LayerParameters parameters, LayerContext context) {
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
      Block g = gateMemory.of(x, x.rows(), 4 * spec.units);
      Block c = cellMemory.of(x, x.rows(), spec.units);
      Block zeros = carryMemory.of(x, sequences, spec.units);
      zeros.clear();
      kernels.products().multiply(x, parameters.value("W"), g);
      for (int step = 0; step < length; step++) {
        Block gate = g.everyRow(step, length, sequences);
        if (step > 0) {
          Block before = y.everyRow(step - 1, length, sequences);
          kernels.products().multiplyAdd(1, before, parameters.value("U"), gate);
        }
        kernels
            .recurrentCells()
            .lstm(
                gate,
                parameters.value("b"),
                step == 0 ? zeros : c.everyRow(step - 1, length, sequences),
                c.everyRow(step, length, sequences),
                y.everyRow(step, length, sequences));
      }
      input = x;
      output = y;
      gates = g;
      cells = c;
      return result;
    }

    @Override
    public INDArray backward(INDArray gradient, ArrayMaker arrays) {
      Block dy = Block.of(gradient);
      Block g = State.kept(gates);
      Block c = State.kept(cells);
      int length = context.steps();
      int sequences = dy.rows() / length;
      Block memory = carryMemory.of(dy, 3 * sequences, spec.units);
      memory.clear();
      Block zeros = memory.rows(0, sequences);
      Block carry = memory.rows(sequences, sequences);
      Block cellCarry = memory.rows(2 * sequences, sequences);
      for (int step = length - 1; step >= 0; step--) {
        Block gate = g.everyRow(step, length, sequences);
        kernels
            .recurrentCells()
            .lstmBackward(
                gate,
                step == 0 ? zeros : c.everyRow(step - 1, length, sequences),
                c.everyRow(step, length, sequences),
                dy.everyRow(step, length, sequences),
                carry,
                cellCarry);
        if (step > 0) {
          kernels.products().multiply(gate, parameters.value("U").transpose(), carry);
        }
      }
      return gradients(g, arrays);
    }

    /** Those of parameters and input, once the gates have theirs; takes the first steps away. */
    private INDArray gradients(Block g, ArrayMaker arrays) {
      Block x = State.kept(input);
      kernels.elementwise().activateBackward(g, g, parameters.gradient("b"), Activation.IDENTITY);
      INDArray below = arrays.create(x.rows(), spec.in);
      kernels.products().multiply(g, parameters.value("W").transpose(), Block.of(below));
      kernels.products().multiply(x.transpose(), g, parameters.gradient("W"));
      int sequences = x.rows() / context.steps();
      g.everyRow(0, context.steps(), sequences).clear(); // nothing came before them
      int later = x.rows() - 1;
      kernels
          .products()
          .multiply(
              State.kept(output).rows(0, later).transpose(),
              g.rows(1, later),
              parameters.gradient("U"));
      return below;
    }
  }
}
