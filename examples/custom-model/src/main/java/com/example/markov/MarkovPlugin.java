package com.example.markov;

import com.google.inject.Binder;
import org.recsys4j.api.plugin.RecsysBindings;
import org.recsys4j.api.plugin.RecsysPlugin;

/** Binds the model by name. {@code META-INF/services} names this class, so that it is found. */
public final class MarkovPlugin implements RecsysPlugin {
  /** Made by the service loader. */
  public MarkovPlugin() {}

  @Override
  public void configure(Binder binder) {
    RecsysBindings.of(binder).recommender("markov-chain", MarkovChain.Factory.class);
  }
}
