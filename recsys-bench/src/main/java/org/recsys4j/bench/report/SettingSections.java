package org.recsys4j.bench.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.knowm.xchart.internal.chartpart.Chart;
import org.recsys4j.api.data.Interactions;
import org.recsys4j.api.data.Split;
import org.recsys4j.bench.chart.ChartStyle;
import org.recsys4j.bench.chart.LongTailFigure;
import org.recsys4j.bench.chart.Svg;
import org.recsys4j.bench.report.Section.Fact;
import org.recsys4j.bench.report.Table.Cell;
import org.recsys4j.data.describe.Activity;
import org.recsys4j.eval.protocol.Leakage;

/** On what, with what and how: what a reader needs to judge the numbers and to repeat them. */
final class SettingSections {
  private static final double[] QUANTILES = {0, 0.25, 0.5, 0.75, 0.9, 0.99, 1};
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT).withZone(ZoneOffset.UTC);

  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private SettingSections() {}

  /** A time of the manifest, to the minute. */
  static String minute(String instant) {
    try {
      return MINUTE.format(Instant.parse(instant));
    } catch (DateTimeParseException e) {
      return instant; // whoever wrote it by hand
    }
  }

  /** Who was ranked against what, and what leaks. */
  static Optional<Section> protocol(RunView run) {
    JsonNode setting = run.manifest().path("setting");
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("Protocol id", run.manifest().path("protocol").asText()));
    facts.add(new Fact("Rules", run.protocol().rules().definition()));
    facts.add(new Fact("Candidates", setting.path("candidates").asText()));
    facts.add(new Fact("Users", run.protocol().userCounts().summary()));
    facts.add(new Fact("Held-out pairs", run.protocol().pairCounts().summary()));
    facts.add(
        new Fact("Leakage", Leakage.of(run.split()).map(Leakage::summary).orElse(Leakage.UNKNOWN)));
    facts.add(
        new Fact(
            "Early stopping",
            setting.path("early-stopping").isTextual()
                ? "looks at " + setting.path("early-stopping").asText() + " of the validation part"
                : "none: nobody can be evaluated on the validation part"));
    run.manifest().path("warnings").forEach(it -> facts.add(new Fact("Warning", it.asText())));
    return new Section.Builder("protocol", "Protocol and leakage").facts(facts).build();
  }

  /** What the data are. */
  static Optional<Section> data(RunView run) {
    Split split = run.split();
    Section.Builder section = new Section.Builder("data", "Data");
    section.table(sizes(run));
    int[] ofUsers = new int[split.train().users()];
    int[] ofItems = new int[split.train().items()];
    List<Interactions> parts =
        List.of(split.train(), split.validation(), split.test(), split.foldIn());
    for (Interactions part : parts) {
      int[] counts = part.itemCounts();
      for (int item = 0; item < counts.length; item++) {
        ofItems[item] += counts[item];
      }
      for (int user = 0; user < ofUsers.length; user++) {
        ofUsers[user] += part.count(user);
      }
    }
    Activity users = Activity.of(ofUsers);
    Activity items = Activity.of(ofItems);
    section.facts(facts(split, users, items));
    List<Chart<?, ?>> charts = LongTailFigure.of(users, items, ChartStyle.PAGE);
    section.figure(
        new Section.Figure(
            "How events are shared out among users and items",
            Svg.of(charts.get(0), "ranks") + Svg.of(charts.get(1), "shares"),
            quantiles(users, items)));
    return section.build();
  }

  private static Table sizes(RunView run) {
    List<Table.Row> rows = new ArrayList<>();
    JsonNode setting = run.manifest().path("setting");
    setting.path("data").forEach(step -> rows.add(size(step.path("name").asText(), step)));
    for (String part : List.of("train", "validation", "test", "fold-in")) {
      if (setting.path(part).path("events").asLong() > 0) {
        rows.add(size(part + " part", setting.path(part)));
      }
    }
    List<Table.Column> columns =
        List.of(
            Table.Column.text("step"),
            Table.Column.number("events"),
            Table.Column.number("users"),
            Table.Column.number("items"));
    return new Table("Sizes after each step, and of each part", columns, rows, false);
  }

  private static Table.Row size(String name, JsonNode node) {
    return new Table.Row(
        List.of(
            Cell.head(name),
            Cell.number(node.path("events").asDouble(), 0),
            Cell.number(node.path("users").asDouble(), 0),
            Cell.number(node.path("items").asDouble(), 0)));
  }

  private static List<Fact> facts(Split split, Activity users, Activity items) {
    double cells = (double) users.size() * items.size();
    List<Fact> facts = new ArrayList<>();
    facts.add(
        new Fact("Density", String.format(Locale.ROOT, "%.3f %%", 100 * users.total() / cells)));
    facts.add(new Fact("Training part", span(split.train())));
    facts.add(new Fact("Test part", span(split.test())));
    return facts;
  }

  private static String span(Interactions part) {
    if (!part.hasTimes() || part.size() == 0) {
      return "without times";
    }
    long first = Long.MAX_VALUE;
    long last = Long.MIN_VALUE;
    for (int position = 0; position < part.size(); position++) {
      first = Math.min(first, part.time(position));
      last = Math.max(last, part.time(position));
    }
    return DAY.format(Instant.ofEpochSecond(first))
        + " to "
        + DAY.format(Instant.ofEpochSecond(last));
  }

  private static Table quantiles(Activity users, Activity items) {
    List<Table.Row> rows = new ArrayList<>();
    for (double p : QUANTILES) {
      rows.add(
          new Table.Row(
              List.of(
                  Cell.head(String.format(Locale.ROOT, "%.0f %%", 100 * p)),
                  Cell.number(users.quantile(p), 0),
                  Cell.number(items.quantile(p), 0))));
    }
    List<Table.Column> columns =
        List.of(
            Table.Column.text("quantile"),
            Table.Column.number("events of a user"),
            Table.Column.number("events of an item"));
    return new Table("Quantiles of the number of events", columns, rows, false);
  }

  /** With what the numbers were made. */
  static Optional<Section> environment(RunView run) {
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("Started", minute(run.manifest().path("started").asText())));
    facts.add(
        new Fact(
            "Seconds",
            String.format(Locale.ROOT, "%,.1f", run.manifest().path("seconds").asDouble())));
    run.manifest().path("versions").properties().forEach(it -> facts.add(fact(it)));
    run.manifest().path("machine").properties().forEach(it -> facts.add(fact(it)));
    return new Section.Builder("environment", "Environment").facts(facts).build();
  }

  private static Fact fact(Map.Entry<String, JsonNode> entry) {
    return new Fact(entry.getKey(), entry.getValue().asText());
  }

  /** How to get the same numbers. */
  static Optional<Section> repeat(RunView run) {
    Path given = run.folder().normalize(); // an absolute path tells where somebody works
    String folder = String.valueOf(given.isAbsolute() ? given.getFileName() : given);
    List<Fact> seeds = new ArrayList<>();
    for (String seed : List.of("root", "split", "candidates", "ties")) {
      seeds.add(new Fact("Seed: " + seed, run.manifest().at("/seeds/" + seed).asText()));
    }
    seeds.add(new Fact("SHA-256 of the data", run.manifest().path("data-checksum").asText()));
    return new Section.Builder("repeat", "How to repeat")
        .paragraph(
            "experiment.json in the run's folder holds the whole configuration, all defaults"
                + " included. With the same data, seeds and versions, every number comes out the"
                + " same, for any number of threads.")
        .code("recsys rerun " + folder)
        .facts(seeds)
        .build();
  }
}
