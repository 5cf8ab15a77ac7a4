package org.recsys4j.models.nn.layer;

import java.io.Serial;
import java.util.List;
import org.deeplearning4j.nn.api.layers.IOutputLayer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.jspecify.annotations.Nullable;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.api.DataSet;
import org.nd4j.linalg.dataset.api.iterator.DataSetIterator;
import org.recsys4j.models.nn.kernel.Block;

/** A {@link LossOperation} as the output layer of a Deeplearning4j graph. */
final class LossLayer extends OperationLayer implements IOutputLayer {
  @Serial private static final long serialVersionUID = 1L;

  private @Nullable INDArray labels;
  private double loss;
  private int terms;

  LossLayer(NeuralNetConfiguration conf, DataType type, List<ParameterSpec> specs) {
    super(conf, type, specs);
  }

  /** How many terms the loss of the last backward pass has. */
  int terms() {
    return terms;
  }

  /** An operation that gives what it was given gets a copy, as graphs want their arrays. */
  @Override
  public INDArray activate(boolean training, LayerWorkspaceMgr workspaces) {
    INDArray result = super.activate(training, workspaces);
    if (result != input) {
      return result;
    }
    Block source = Block.of(input);
    INDArray copy = arrays().create(source.rows(), source.columns());
    Block.of(copy).copy(source);
    return copy;
  }

  @Override
  public Pair<Gradient, INDArray> backpropGradient(
      @Nullable INDArray epsilon, LayerWorkspaceMgr workspaces) {
    LossOperation operation = (LossOperation) operation();
    INDArray wanted = labels;
    if (wanted == null) {
      throw new IllegalStateException(layerId() + " has no labels");
    }
    LossOperation.Result result = operation.compare(input, wanted, arrays());
    loss = result.loss();
    terms = result.terms();
    return new Pair<>(gradient(), result.gradient());
  }

  /** The sum over all terms in the last backward pass, not their mean. */
  @Override
  public double computeScore(double regularisation, boolean training, LayerWorkspaceMgr unused) {
    return loss + regularisation;
  }

  @Override
  public double score() {
    return loss;
  }

  @Override
  public boolean needsLabels() {
    return true;
  }

  @Override
  public void setLabels(INDArray wanted) {
    labels = wanted;
  }

  @Override
  public @Nullable INDArray getLabels() {
    return labels;
  }

  @Override
  public INDArray computeScoreForExamples(double regularisation, LayerWorkspaceMgr workspaces) {
    throw unsupported();
  }

  @Override
  public double f1Score(DataSet data) {
    throw unsupported();
  }

  @Override
  public double f1Score(INDArray examples, INDArray wanted) {
    throw unsupported();
  }

  @Override
  @Deprecated
  public int numLabels() {
    throw unsupported();
  }

  @Override
  public void fit(DataSetIterator data) {
    throw unsupported();
  }

  @Override
  public int[] predict(INDArray examples) {
    throw unsupported();
  }

  @Override
  public List<String> predict(DataSet data) {
    throw unsupported();
  }

  @Override
  public void fit(INDArray examples, INDArray wanted) {
    throw unsupported();
  }

  @Override
  public void fit(DataSet data) {
    throw unsupported();
  }

  @Override
  public void fit(INDArray examples, int[] wanted) {
    throw unsupported();
  }

  private static UnsupportedOperationException unsupported() {
    return new UnsupportedOperationException(
        "this layer is one of a graph, which is trained whole");
  }
}
