package org.recsys4j.models.attention;

import org.recsys4j.api.RecommenderFactory;
import org.recsys4j.api.contract.RecommenderContract;
import org.recsys4j.models.fit.NegativeOptions;
import org.recsys4j.models.nn.optimizer.Rule;
import org.recsys4j.models.nn.optimizer.Schedule;
import org.recsys4j.models.nn.optimizer.StepOptions;
import org.recsys4j.models.sequence.SequenceLoss;

class SasRecContractTest extends RecommenderContract<SasRec.Options> {
  @Override
  protected RecommenderFactory<SasRec.Options> factory() {
    return new SasRec.Factory();
  }

  @Override
  protected SasRec.Options options() {
    return new SasRec.Options(
        SequenceLoss.SOFTMAX,
        16,
        1,
        2,
        0.1,
        12,
        1,
        NegativeOptions.UNIFORM,
        false,
        16,
        new StepOptions(Rule.ADAM, 0.01, Schedule.LINEAR, 2, 0, 1),
        12,
        3,
        1);
  }
}
