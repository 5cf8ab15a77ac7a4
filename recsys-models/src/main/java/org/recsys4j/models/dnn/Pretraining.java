package org.recsys4j.models.dnn;

import java.util.List;
import org.recsys4j.api.FitContext;
import org.recsys4j.api.TrainingData;

/** Trains both halves of {@link NeuMf} alone, and then the whole from their parameters. */
final class Pretraining {
  private Pretraining() {}

  static PairModel fit(
      TrainingData train, PairShape shape, NeuMf.Options options, FitContext context) {
    PairOptions alone = options.training().withEpochs(options.pretrainEpochs());
    PairOptions both = options.training().withRate(options.fineTuning());
    PairShape products = new PairShape(shape.users(), shape.items(), shape.factors(), 0, List.of());
    PairShape perceptron =
        new PairShape(shape.users(), shape.items(), 0, shape.mlpFactors(), shape.hidden());
    PairModel first = PairTraining.fit("gmf", train, products, alone, context.part("gmf"));
    PairModel second = PairTraining.fit("mlp", train, perceptron, alone, context.part("mlp"));
    PairTraining training = new PairTraining("neumf", train.interactions(), shape, both, context);
    training.parameters().begin(first.learnt(), second.learnt(), (float) options.balance());
    training.changed();
    return training.run(both, context);
  }
}
