package org.recsys4j.bench.cli;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.recsys4j.api.DatasetSource;
import org.recsys4j.api.data.Download;
import org.recsys4j.api.plugin.NamedRegistry;
import org.recsys4j.api.plugin.Plugins;

/** What all sources together can download. */
record Downloads(List<Entry> entries) {

  /** A download and the source that reads it. */
  record Entry(String source, Download download) {}

  static Downloads of(Plugins plugins) {
    NamedRegistry<DatasetSource<?>> sources = plugins.sources();
    return new Downloads(
        sources.names().stream()
            .flatMap(
                source -> sources.get(source).downloads().stream().map(it -> new Entry(source, it)))
            .sorted(
                Comparator.comparing(Entry::source).thenComparing(entry -> entry.download().size()))
            .toList());
  }

  Optional<Entry> find(String name) {
    return entries.stream().filter(entry -> entry.download().name().equals(name)).findFirst();
  }

  List<String> names() {
    return entries.stream().map(entry -> entry.download().name()).toList();
  }

  /** As people read it: {@code 5.9 MB}. */
  static String size(long bytes) {
    return String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
  }
}
