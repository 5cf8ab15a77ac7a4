package org.recsys4j.models.rnn;

import org.recsys4j.api.RecommenderFactory;
import org.recsys4j.api.contract.RecommenderContract;
import org.recsys4j.models.fit.NegativeOptions;
import org.recsys4j.models.fit.NegativeSampling;
import org.recsys4j.models.nn.optimizer.Rule;
import org.recsys4j.models.nn.optimizer.Schedule;
import org.recsys4j.models.nn.optimizer.StepOptions;
import org.recsys4j.models.sequence.SequenceLoss;

class Gru4RecContractTest extends RecommenderContract<Gru4Rec.Options> {
  @Override
  protected RecommenderFactory<Gru4Rec.Options> factory() {
    return new Gru4Rec.Factory();
  }

  @Override
  protected Gru4Rec.Options options() {
    return new Gru4Rec.Options(
        RecurrentCell.GRU,
        SequenceLoss.SAMPLED_SOFTMAX,
        8,
        16,
        1,
        0.1,
        12,
        8,
        new NegativeOptions(NegativeSampling.IN_BATCH, 0),
        true,
        0,
        16,
        new StepOptions(Rule.ADAM, 0.02, Schedule.COSINE, 3, 0, 0),
        12,
        3,
        1);
  }
}
