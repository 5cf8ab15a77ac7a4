package org.recsys4j.models.fit;

import java.io.IOException;
import java.util.function.Supplier;
import org.recsys4j.api.Recommender;
import org.recsys4j.api.store.ModelReader;
import org.recsys4j.api.store.ModelWriter;

/**
 * A network as {@link EpochLoop} sees it.
 *
 * @param training trains it
 * @param model makes a model of the parameters as they are
 */
public record NetworkTrainable(NetworkTraining training, Supplier<? extends Recommender> model)
    implements Trainable {
  @Override
  public void train(EpochMeter meter) {
    training.train(meter);
  }

  @Override
  public Recommender snapshot() {
    return model.get();
  }

  @Override
  public void keep() {
    training.copy().keep();
  }

  @Override
  public void restore() {
    training.copy().restore();
    training.refresh();
  }

  @Override
  public void save(ModelWriter out) throws IOException {
    training.save(out);
  }

  @Override
  public void load(ModelReader in) throws IOException {
    training.load(in);
  }

  @Override
  public boolean finite() {
    return training.copy().finite();
  }
}
