package org.recsys4j.models.nn.layer;

import org.jspecify.annotations.Nullable;
import org.recsys4j.models.nn.kernel.Activation;
import org.recsys4j.models.nn.kernel.Block;
import org.recsys4j.models.nn.kernel.Elementwise;
import org.recsys4j.models.nn.kernel.Products;
import org.recsys4j.models.nn.kernel.Propagation;

/**
 * One layer of {@link BilinearPropagationSpec}. Holds seven matrices of the size of all vectors.
 */
final class BilinearStep {
  private final BilinearPropagationSpec spec;
  private final int layer;
  private final LayerParameters parameters;
  private final LayerContext context;
  private final Propagation propagation;
  private final Products products;
  private final Elementwise elementwise;
  private final Scratch sideMemory = new Scratch();
  private final Scratch sumMemory = new Scratch();
  private final Scratch productMemory = new Scratch();
  private final Scratch outputMemory = new Scratch();
  private final Scratch first = new Scratch();
  private final Scratch second = new Scratch();
  private final Scratch third = new Scratch();
  private @Nullable Block input;
  private @Nullable Block side; // what neighbours give
  private @Nullable Block sum;
  private @Nullable Block product;
  private @Nullable Block output;

  BilinearStep(
      BilinearPropagationSpec spec, int layer, LayerParameters parameters, LayerContext context) {
    this.spec = spec;
    this.layer = layer;
    this.parameters = parameters;
    this.context = context;
    this.products = context.kernels().products();
    this.elementwise = context.kernels().elementwise();
    this.propagation =
        context
            .kernels()
            .propagations()
            .through(context.graph(spec.graph()), spec.width(), context.workers());
  }

  Block forward(Block vectors, boolean training) {
    Block neighbours = sideMemory.of(vectors, vectors.rows(), spec.width());
    Block added = sumMemory.of(vectors, vectors.rows(), spec.width());
    Block multiplied = productMemory.of(vectors, vectors.rows(), spec.width());
    Block out = outputMemory.of(vectors, vectors.rows(), spec.width());
    propagation.multiply(vectors, neighbours);
    added.copy(vectors);
    elementwise.add(neighbours, added);
    multiplied.copy(vectors);
    elementwise.multiply(neighbours, multiplied);
    products.multiply(added, parameters.value("sum-" + layer), out);
    products.multiplyAdd(1, multiplied, parameters.value("product-" + layer), out);
    elementwise.activate(out, parameters.value("bias-" + layer), Activation.LEAKY_RELU);
    if (training && spec.dropout() > 0) {
      elementwise.dropout(out, 1 - spec.dropout(), context.key(layer));
    }
    input = vectors;
    side = neighbours;
    sum = added;
    product = multiplied;
    output = out;
    return out;
  }

  /**
   * Takes a gradient back. What dropout has left out has a gradient of 0, and what it has kept has
   * the sign that it had, so the slope may be read from what came out in the end.
   *
   * @param above gradient of the output, changed
   * @param below gradient of the input, added to
   */
  void backward(Block above, Block below) {
    if (spec.dropout() > 0) {
      elementwise.dropout(above, 1 - spec.dropout(), context.key(layer));
    }
    elementwise.activateBackward(
        State.kept(output), above, parameters.gradient("bias-" + layer), Activation.LEAKY_RELU);
    products.multiply(State.kept(sum).transpose(), above, parameters.gradient("sum-" + layer));
    products.multiply(
        State.kept(product).transpose(), above, parameters.gradient("product-" + layer));
    Block ofSum = first.of(above, above.rows(), spec.width());
    Block ofProduct = second.of(above, above.rows(), spec.width());
    products.multiply(above, parameters.value("sum-" + layer).transpose(), ofSum);
    products.multiply(above, parameters.value("product-" + layer).transpose(), ofProduct);
    elementwise.add(ofSum, below);
    Block toSide = third.of(above, above.rows(), spec.width());
    toSide.copy(ofProduct);
    elementwise.multiply(State.kept(input), toSide);
    elementwise.add(ofSum, toSide);
    elementwise.multiply(State.kept(side), ofProduct);
    elementwise.add(ofProduct, below);
    propagation.multiply(toSide, ofSum); // the matrix is symmetric
    elementwise.add(ofSum, below);
  }
}
