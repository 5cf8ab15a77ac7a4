package org.recsys4j.models;

import java.util.List;
import org.recsys4j.api.contract.OptionsContract;
import org.recsys4j.api.plugin.Plugins;

class ModelsOptionsTest extends OptionsContract {
  @Override
  protected Plugins plugins() {
    return Plugins.of(List.of(new ModelsPlugin()));
  }
}
