package org.recsys4j.data;

import static java.util.Map.entry;

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
        entry("movielens", "folder = data"),
        entry("lightgcn", "folder = data"),
        entry("ncf", "folder = data"),
        entry("recbole", "folder = data"),
        entry("amazon-reviews", "file = reviews.json.gz"),
        entry("jdbc", "url = \"jdbc:h2:mem:\", query = \"SELECT 1\""),
        entry("svmlight", "file = train.libfm, users = 0-9, items = 10-19"),
        entry("parquet", "file = events.parquet"),
        entry("sasrec", "file = pairs.txt"),
        entry("delimited", "file = events.csv"),
        entry("value-threshold", "minimum = 4"),
        entry("saved-split", "folder = data"),
        entry("sample-users", "share = 0.5"),
        entry("numeric", "column = price"),
        entry("categorical", "column = country"),
        entry("multi-hot", "column = genres"),
        entry("hashing", "column = tags"),
        entry("bucketize", "column = price"),
        entry("crossed", "columns = [country, age]"),
        entry("text-tfidf", "columns = [title]"),
        entry("text-sequence", "columns = [title]"),
        entry("image", "folder = covers"),
        entry("embedding", "file = vectors.txt"));
  }
}
