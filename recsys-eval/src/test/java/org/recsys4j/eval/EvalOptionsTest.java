package org.recsys4j.eval;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.recsys4j.api.contract.OptionsContract;
import org.recsys4j.api.plugin.Plugins;

class EvalOptionsTest extends OptionsContract {
  @Override
  protected Plugins plugins() {
    return Plugins.of(List.of(new EvalPlugin()));
  }

  @Override
  protected Map<String, String> required() {
    Map<String, String> cutoffs = new TreeMap<>();
    for (String name : plugins().metrics().names()) {
      boolean hasCutoff =
          Arrays.stream(plugins().metrics().get(name).optionsType().getRecordComponents())
              .anyMatch(component -> component.getName().equals("k"));
      cutoffs.put(name, hasCutoff ? "k = 10" : "");
    }
    cutoffs.put("diversity", "k = 10, column = genres");
    cutoffs.put("calibration", "k = 10, column = genres");
    return cutoffs;
  }
}
