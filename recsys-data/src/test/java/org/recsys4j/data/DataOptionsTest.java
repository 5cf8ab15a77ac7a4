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
    return Map.ofEntries(
        Map.entry("movielens", "folder = data"),
        Map.entry("lightgcn", "folder = data"),
        Map.entry("ncf", "folder = data"),
        Map.entry("amazon-reviews", "file = reviews.json.gz"),
        Map.entry("jdbc", "url = \"jdbc:h2:mem:\", query = \"SELECT 1\""),
        Map.entry("svmlight", "file = train.libfm, users = 0-9, items = 10-19"),
        Map.entry("parquet", "file = events.parquet"),
        Map.entry("sasrec", "file = pairs.txt"),
        Map.entry("delimited", "file = events.csv"),
        Map.entry("value-threshold", "minimum = 4"),
        Map.entry("numeric", "column = price"),
        Map.entry("categorical", "column = country"),
        Map.entry("multi-hot", "column = genres"));
  }
}
