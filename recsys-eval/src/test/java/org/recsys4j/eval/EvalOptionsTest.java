package org.recsys4j.eval;

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
    plugins().metrics().names().forEach(name -> cutoffs.put(name, "k = 10"));
    return cutoffs;
  }
}
