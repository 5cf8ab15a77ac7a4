package org.recsys4j.models.nn.layer;

import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.recsys4j.models.nn.kernel.Activation;
import org.recsys4j.models.nn.kernel.Block;
import org.recsys4j.models.nn.kernel.Kernels;

/** The passes of {@link CausalAttentionSpec}. */
final class CausalAttention implements Operation {
  /** Queries that go together: they need no product with what none of them sees. */
  private static final int TILE = 64;

  private final CausalAttentionSpec spec;
  private final LayerParameters parameters;
  private final LayerContext context;
  private final Kernels kernels;
  private final Scratch projectedMemory = new Scratch();
  private final Scratch shareMemory = new Scratch();
  private final Scratch headMemory = new Scratch();
  private final Scratch gradientMemory = new Scratch();
  private final Scratch headGradientMemory = new Scratch();
  private final Scratch tileMemory = new Scratch();
  private int length; // steps of a sequence in this pass
  private @Nullable Block input;
  private @Nullable Block projected; // queries, keys and values side by side
  private @Nullable Block shares; // for each sequence and head a row for each step
  private @Nullable Block joined; // what the heads give, side by side

  CausalAttention(CausalAttentionSpec spec, LayerParameters parameters, LayerContext context) {
    this.spec = spec;
    this.parameters = parameters;
    this.context = context;
    this.kernels = context.kernels();
  }

  @Override
  public INDArray forward(INDArray array, boolean training, ArrayMaker arrays) {
    length = context.steps();
    Block x = Block.of(array);
    int width = spec.width();
    Block qkv = projectedMemory.of(x, x.rows(), 3 * width);
    kernels.products().multiply(x, parameters.value("W"), qkv);
    kernels.elementwise().activate(qkv, parameters.value("b"), Activation.IDENTITY);
    Block out = headMemory.of(x, x.rows(), width);
    Block share = shareMemory.of(x, x.rows() * spec.heads(), length);
    for (int part = 0; part < x.rows() / length * spec.heads(); part++) {
      for (int from = 0; from < length; from += TILE) {
        attend(qkv, share, out, part, from, training && spec.dropout() > 0);
      }
    }
    INDArray result = arrays.create(x.rows(), width);
    Block y = Block.of(result);
    kernels.products().multiply(out, parameters.value("Wo"), y);
    kernels.elementwise().activate(y, parameters.value("bo"), Activation.IDENTITY);
    input = x;
    projected = qkv;
    shares = share;
    joined = out;
    return result;
  }

  /** The steps from {@code from} on of one head of one sequence. */
  private void attend(Block qkv, Block share, Block out, int part, int from, boolean drops) {
    int count = Math.min(TILE, length - from);
    int seen = from + count;
    Block scores = tile(share, part, from, count);
    kernels
        .products()
        .multiply(of(qkv, 0, part, from, count), of(qkv, 1, part, 0, seen).transpose(), scores);
    kernels.attention().softmax(scores, from, scale());
    Block used = scores;
    if (drops) {
      used = tileMemory.of(qkv, 2 * TILE, length).rows(0, count).columns(0, seen);
      kernels.attention().drop(scores, from, keep(), key(), number(part, from), used);
    }
    kernels.products().multiply(used, of(qkv, 2, part, 0, seen), of(out, 0, part, from, count));
  }

  @Override
  public INDArray backward(INDArray gradient, ArrayMaker arrays) {
    Block dy = Block.of(gradient);
    Block x = State.kept(input);
    int width = spec.width();
    Block out = State.kept(joined);
    sum(dy, parameters.gradient("bo"));
    kernels.products().multiply(out.transpose(), dy, parameters.gradient("Wo"));
    Block dout = headGradientMemory.of(dy, dy.rows(), width);
    kernels.products().multiply(dy, parameters.value("Wo").transpose(), dout);
    Block dqkv = gradientMemory.of(dy, dy.rows(), 3 * width);
    int last = (length - 1) / TILE * TILE; // its keys are all, so it writes, others add
    for (int part = 0; part < dy.rows() / length * spec.heads(); part++) {
      for (int from = last; from >= 0; from -= TILE) {
        attendBackward(dout, dqkv, part, from);
      }
    }
    sum(dqkv, parameters.gradient("b"));
    INDArray below = arrays.create(x.rows(), width);
    kernels.products().multiply(x.transpose(), dqkv, parameters.gradient("W"));
    kernels.products().multiply(dqkv, parameters.value("W").transpose(), Block.of(below));
    return below;
  }

  private void attendBackward(Block dout, Block dqkv, int part, int from) {
    int count = Math.min(TILE, length - from);
    int seen = from + count;
    boolean first = seen == length;
    Block qkv = State.kept(projected);
    Block share = tile(State.kept(shares), part, from, count);
    Block memory = tileMemory.of(dout, 2 * TILE, length);
    Block above = of(dout, 0, part, from, count);
    Block used = share;
    if (spec.dropout() > 0) {
      used = memory.rows(0, count).columns(0, seen);
      kernels.attention().drop(share, from, keep(), key(), number(part, from), used);
    }
    product(used.transpose(), above, of(dqkv, 2, part, 0, seen), first);
    Block slope = memory.rows(TILE, count).columns(0, seen);
    kernels.products().multiply(above, of(qkv, 2, part, 0, seen).transpose(), slope);
    kernels.attention().backward(share, from, scale(), keep(), key(), number(part, from), slope);
    kernels.products().multiply(slope, of(qkv, 1, part, 0, seen), of(dqkv, 0, part, from, count));
    product(slope.transpose(), of(qkv, 0, part, from, count), of(dqkv, 1, part, 0, seen), first);
  }

  private void product(Block a, Block b, Block to, boolean first) {
    if (first) {
      kernels.products().multiply(a, b, to);
    } else {
      kernels.products().multiplyAdd(1, a, b, to);
    }
  }

  private void sum(Block rows, Block to) {
    kernels.elementwise().activateBackward(rows, rows, to, Activation.IDENTITY);
  }

  /**
   * Some steps of one head of one sequence in the {@code which}-th of the matrices side by side.
   */
  private Block of(Block rows, int which, int part, int from, int count) {
    int sequence = part / spec.heads();
    int head = part % spec.heads();
    int width = spec.width() / spec.heads();
    return rows.rows(sequence * length + from, count)
        .columns(which * spec.width() + head * width, width);
  }

  /** The shares of some steps of one head of one sequence, as far as they see. */
  private Block tile(Block all, int part, int from, int count) {
    return all.rows(part * length + from, count).columns(0, from + count);
  }

  private int number(int part, int from) {
    return (part * length + from) * length;
  }

  private double scale() {
    return 1 / Math.sqrt((double) spec.width() / spec.heads());
  }

  private double keep() {
    return 1 - spec.dropout();
  }

  private int key() {
    return (int) context.key(spec.place());
  }
}
