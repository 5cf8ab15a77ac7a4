package org.recsys4j.data;

import java.util.Map;
import org.recsys4j.api.contract.OptionsContract;
import org.recsys4j.api.plugin.Plugins;

class DataOptionsTest extends OptionsContract {
  @Override
  protected Plugins plugins() {
    return Options.plugins();
  }

  @Override
  protected Map<String, String> required() {
    return Map.of(
        "movielens", "folder = data",
        "lightgcn", "folder = data",
        "ncf", "folder = data",
        "delimited", "file = events.csv",
        "value-threshold", "minimum = 4",
        "numeric", "column = price",
        "categorical", "column = country",
        "multi-hot", "column = genres");
  }
}
