package org.recsys4j.eval.experiment;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.recsys4j.eval.experiment.RunManifest.Status;

/** {@code series.json}: all that the runs of a series are begun with, and how the series stands. */
final class SeriesManifest {
  /** The file's name. */
  static final String FILE = "series.json";

  /** The version of its layout. */
  static final int FORMAT = 1;

  private final Map<String, @Nullable Object> tree = new LinkedHashMap<>();

  SeriesManifest(ExperimentSeries series, Clock clock, Optional<UnfinishedSeries> before) {
    String now = clock.instant().toString();
    tree.put("format", FORMAT);
    tree.put("status", Options.word(Status.RUNNING));
    tree.put("name", series.runs().get(0).name());
    tree.put("started", before.map(UnfinishedSeries::started).map(Instant::toString).orElse(now));
    List<Object> resumed = new ArrayList<>();
    before.ifPresent(
        it -> {
          it.manifest().path("resumed").forEach(resumed::add);
          resumed.add(now);
        });
    tree.put("resumed", resumed);
    tree.put("configurations", series.runs().stream().map(ConfigTree::of).toList());
  }

  synchronized RunDirectory.Content content(Status status) {
    tree.put("status", Options.word(status));
    return Json.content(tree);
  }
}
