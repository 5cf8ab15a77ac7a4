package org.recsys4j.models.nn.loss;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.recsys4j.models.nn.kernel.Activation;
import org.recsys4j.models.nn.kernel.Block;
import org.recsys4j.models.nn.kernel.Kernels;
import org.recsys4j.models.nn.kernel.SampledLosses;
import org.recsys4j.models.nn.layer.Indices;
import org.recsys4j.models.nn.layer.LayerContext;
import org.recsys4j.models.nn.layer.LossOperation;
import org.recsys4j.models.nn.layer.Scratch;
import org.recsys4j.models.nn.layer.TableGradient;

/**
 * What losses over shared samples have in common: scores of the wanted and the sampled items, and
 * the way back to input and table.
 */
final class SampledOperation implements LossOperation {
  private static final int TILE = 256; // rows whose scores are held

  private final SampledLabels layout;
  private final TableGradient table;
  private final Kernels kernels;
  private final Ranking ranking;
  private final Terms terms = new Terms();
  private final Scratch sampleMemory = new Scratch();
  private final Scratch sampleGradientMemory = new Scratch();
  private final Scratch wantedMemory = new Scratch();
  private final Scratch positiveMemory = new Scratch();
  private final Scratch scoreMemory = new Scratch();
  private final Scratch correctionMemory = new Scratch();
  private int[] targets = new int[0];
  private int[] samples = new int[0];
  private int length; // steps of a sequence in this pass

  /** The loss of some rows, whose scores become gradients. */
  @FunctionalInterface
  interface Ranking {
    double compare(SampledLosses losses, Block positives, Block negatives);
  }

  SampledOperation(String table, SampledLabels layout, LayerContext context, Ranking ranking) {
    this.layout = layout;
    this.table = context.table(table);
    this.kernels = context.kernels();
    this.ranking = ranking;
  }

  @Override
  public Result compare(INDArray input, INDArray labels, ArrayMaker arrays) {
    Block all = Block.of(input);
    Block label = Block.of(labels);
    targets = Indices.read(layout.targets(label), targets);
    samples = Indices.read(layout.samples(label), samples);
    int n = label.rows() * layout.samples();
    length = layout.length(label);
    forgetUnrivalled(n, all.rows());
    INDArray result = arrays.create(all.rows(), all.columns());
    Block gradient = Block.of(result);
    terms.find(targets, all.rows(), 1);
    if (terms.count() == 0) {
      gradient.clear();
      return new Result(0, 0, result);
    }
    Block x = terms.input(all);
    Block dx = terms.gradient(gradient);
    Block wanted = wantedMemory.of(x, terms.count(), x.columns());
    Block positives = positiveMemory.of(x, terms.count(), 1);
    table.gather(targets, terms.count(), wanted);
    kernels.rowProducts().dots(x, wanted, positives);
    double loss = compare(x, dx, positives, label, n);
    kernels.rowProducts().dotsBackward(positives, x, wanted, dx);
    table.add(targets, terms.count(), wanted);
    terms.spread(dx, gradient);
    return new Result(loss, terms.count(), result);
  }

  /**
   * A target that all samples are, as in tiny catalogues, has nothing to be compared with; nor has,
   * where samples are targets of the others, a sequence alone.
   */
  private void forgetUnrivalled(int n, int rows) {
    for (int row = 0; row < rows; row++) {
      int own = firstOwn(row, n);
      if (!differs(targets[row], 0, own)
          && !differs(targets[row], Math.min(n, own + layout.samples()), n)) {
        targets[row] = -1;
      }
    }
  }

  /** The first sample that the sequence of a row has brought along, or n if that does not count. */
  private int firstOwn(int row, int n) {
    return layout.inBatch() ? row / length * layout.samples() : n;
  }

  private boolean differs(int target, int from, int to) {
    for (int i = from; i < to; i++) {
      if (samples[i] != target) {
        return true;
      }
    }
    return false;
  }

  /** Compares with the samples, tile by tile; positives become their gradients. */
  private double compare(Block x, Block dx, Block positives, Block label, int n) {
    Block vectors = sampleMemory.of(x, n, x.columns());
    Block gradients = sampleGradientMemory.of(x, n, x.columns());
    table.gather(samples, n, vectors);
    Block correction = correctionMemory.of(x, 1, n);
    if (layout.corrected()) {
      layout.correctSamples(label, correction);
      layout.correctTargets(label, terms, positives);
    } else {
      correction.clear();
    }
    double loss = 0;
    for (int from = 0; from < x.rows(); from += TILE) {
      int count = Math.min(TILE, x.rows() - from);
      Block rows = x.rows(from, count);
      Block scores = scoreMemory.of(x, count, n);
      kernels.products().multiply(rows, vectors.transpose(), scores);
      if (layout.corrected()) {
        kernels.elementwise().activate(scores, correction, Activation.IDENTITY);
      }
      setHits(scores, from, n, SampledLosses.MASKED);
      loss += ranking.compare(kernels.sampledLosses(), positives.rows(from, count), scores);
      setHits(scores, from, n, 0);
      kernels.products().multiply(scores, vectors, dx.rows(from, count));
      if (from == 0) {
        kernels.products().multiply(scores.transpose(), rows, gradients);
      } else {
        kernels.products().multiplyAdd(1, scores.transpose(), rows, gradients);
      }
    }
    table.add(samples, n, gradients);
    return loss;
  }

  /** A sample that is the wanted item itself, or the sequence's own, is not compared with. */
  private void setHits(Block scores, int from, int n, double value) {
    for (int row = 0; row < scores.rows(); row++) {
      int target = targets[from + row];
      for (int j = 0; j < n; j++) {
        if (samples[j] == target) {
          scores.set(row, j, value);
        }
      }
      int own = firstOwn(terms.row(from + row), n);
      for (int j = own; j < Math.min(n, own + layout.samples()); j++) {
        scores.set(row, j, value);
      }
    }
  }
}
