package com.example.markov;

import java.util.List;
import org.recsys4j.api.contract.OptionsContract;
import org.recsys4j.api.plugin.Plugins;

/** Every option is documented, has a legal default and refuses what is out of range. */
class MarkovOptionsTest extends OptionsContract {
  @Override
  protected Plugins plugins() {
    return Plugins.of(List.of(new MarkovPlugin()));
  }
}
