package org.recsys4j.models.gnn;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.junit.jupiter.api.Test;
import org.recsys4j.api.FitContext;
import org.recsys4j.api.Recommender;
import org.recsys4j.api.concurrent.Workers;
import org.recsys4j.api.contract.SmallData;
import org.recsys4j.api.store.ModelWriter;
import org.recsys4j.models.fit.NegativeOptions;
import org.recsys4j.models.fit.PositiveSampling;
import org.recsys4j.models.nn.optimizer.StepOptions;

class NgcfTest {
  private static final Ngcf.Options OPTIONS =
      new Ngcf.Options(
          16,
          2,
          0.2,
          PositiveSampling.PAIRS,
          NegativeOptions.UNIFORM,
          StepOptions.constant(0.01),
          1e-4,
          512,
          2,
          0,
          1);

  private static byte[] fitted(int threads) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Workers workers = new Workers(threads);
        ModelWriter out = new ModelWriter(bytes)) {
      Recommender model =
          new Ngcf.Factory()
              .fit(
                  SmallData.trainingData(SmallData.zipf(300, 200, 6000, 4)),
                  OPTIONS,
                  FitContext.of(5, workers));
      model.save(out);
    }
    return bytes.toByteArray();
  }

  @Test
  void threadsDoNotChangeABit() throws IOException {
    byte[] one = fitted(1);
    assertThat(fitted(2)).isEqualTo(one);
    assertThat(fitted(4)).isEqualTo(one);
  }

  @Test
  void networksSurviveJson() {
    ComputationGraphConfiguration graph = new NgcfNetwork(OPTIONS).graph();
    assertThat(ComputationGraphConfiguration.fromJson(graph.toJson())).isEqualTo(graph);
  }
}
