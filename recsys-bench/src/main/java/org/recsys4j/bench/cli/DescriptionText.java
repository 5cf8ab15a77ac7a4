package org.recsys4j.bench.cli;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.recsys4j.api.data.Catalogue;
import org.recsys4j.api.data.KnowledgeGraph;
import org.recsys4j.api.data.SocialGraph;
import org.recsys4j.data.describe.Activity;
import org.recsys4j.data.describe.Description;
import org.recsys4j.data.describe.SplitDescription;
import org.recsys4j.data.describe.ValueHistogram;
import org.recsys4j.eval.protocol.Leakage;

/** A description as people read it. */
final class DescriptionText {
  private static final int WIDTH = 100;
  private static final int BAR = 40;
  private static final double[] QUANTILES = {0, 0.25, 0.5, 0.75, 0.9, 0.99, 1};

  private DescriptionText() {}

  static String of(DataDescribeCommand.Figures figures) {
    Description data = figures.description();
    StringBuilder text = new StringBuilder(sizes(figures));
    text.append('\n').append(values(data.values()));
    text.append('\n').append(activity(data));
    text.append('\n').append(LongTailText.of(data.items()));
    figures.split().ifPresent(it -> text.append('\n').append(split(it)));
    for (String suspicion : figures.suspicions()) {
      text.append('\n').append("look at: ").append(TextTable.wrap(suspicion, WIDTH - 9, 9));
    }
    return text.append(figures.suspicions().isEmpty() ? "" : "\n").toString();
  }

  private static String sizes(DataDescribeCommand.Figures figures) {
    Description data = figures.description();
    TextTable.Side left = TextTable.Side.LEFT;
    TextTable table = new TextTable(left, left);
    table.row("data", figures.name());
    table.row("events", format("%,d", data.events()));
    table.row(
        "pairs",
        format(
            "%,d different pairs of user and item; %,d events repeat one",
            data.pairs(), data.repeats()));
    table.row("users", format("%,d, with %.1f events on average", size(data.users())));
    table.row("items", format("%,d, with %.1f events on average", size(data.items())));
    table.row("density", format("%.4f %% of all pairs", 100 * data.density()));
    table.row("times", data.times().map(it -> times(data, it)).orElse("not known"));
    beside(table, figures.beside());
    return table.render(WIDTH);
  }

  private static void beside(TextTable table, DataDescribeCommand.Beside beside) {
    Catalogue catalogue = beside.catalogue();
    known(table, "a user", catalogue.userAttributes().columns());
    known(table, "an item", catalogue.itemAttributes().columns());
    known(table, "an event", beside.ofEvents());
    SocialGraph links = catalogue.social();
    if (links.size() > 0) {
      table.row("links", format("%,d between %,d users", links.size(), links.nodes().size()));
    }
    KnowledgeGraph facts = catalogue.knowledge();
    if (facts.size() > 0) {
      table.row(
          "facts",
          format(
              "%,d of %,d kinds about %,d entities, %,d of them items",
              facts.size(),
              facts.relations().size(),
              facts.entities().size(),
              facts.items().size()));
    }
  }

  private static void known(TextTable table, String of, List<String> attributes) {
    if (!attributes.isEmpty()) {
      table.row(of, "has " + String.join(", ", attributes));
    }
  }

  private static Object[] size(Activity activity) {
    return new Object[] {activity.size(), activity.mean()};
  }

  private static String times(Description data, Description.Times times) {
    return format(
        "%s to %s (%,.1f days); %.1f %% of events have the time of an earlier one of their user",
        date(times.first()),
        date(times.last()),
        (times.last() - times.first()) / 86_400.0,
        100 * data.sharedTimes().orElse(0.0));
  }

  private static String date(long seconds) {
    try {
      return DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT)
          .withZone(ZoneOffset.UTC)
          .format(Instant.ofEpochSecond(seconds));
    } catch (DateTimeException e) {
      return seconds + " s";
    }
  }

  private static String values(ValueHistogram values) {
    TextTable table =
        new TextTable(TextTable.Side.RIGHT, TextTable.Side.RIGHT, TextTable.Side.LEFT);
    table.row("value", "events", "");
    int most = values.bins().stream().mapToInt(ValueHistogram.Bin::count).max().orElse(1);
    for (ValueHistogram.Bin bin : values.bins()) {
      String name = number(bin.from());
      table.row(
          bin.from() == bin.to() ? name : name + " to " + number(bin.to()),
          format("%,d", bin.count()),
          "#".repeat((int) Math.round((double) BAR * bin.count() / most)));
    }
    return table.render(WIDTH);
  }

  private static String number(float value) {
    return value == Math.rint(value) && Math.abs(value) < 1e7
        ? format("%.0f", value)
        : Float.toString(value);
  }

  private static String activity(Description data) {
    TextTable.Side[] sides = new TextTable.Side[QUANTILES.length + 2];
    Arrays.fill(sides, TextTable.Side.RIGHT);
    sides[0] = TextTable.Side.LEFT;
    TextTable table = new TextTable(sides);
    table.row("events of", "min", "25 %", "median", "75 %", "90 %", "99 %", "max", "Gini");
    row(table, "a user", data.users());
    row(table, "an item", data.items());
    return table.render(WIDTH);
  }

  private static void row(TextTable table, String name, Activity activity) {
    List<String> row = new ArrayList<>(List.of(name));
    for (double quantile : QUANTILES) {
      row.add(format("%,d", activity.quantile(quantile)));
    }
    row.add(format("%.3f", activity.gini()));
    table.row(row);
  }

  private static String split(DataDescribeCommand.OfSplit split) {
    SplitDescription parts = split.description();
    TextTable table = new TextTable(TextTable.Side.LEFT, TextTable.Side.LEFT);
    table.row(
        "split",
        format(
            "%s: %,d training, %,d validation, %,d test events",
            split.strategy(), parts.train(), parts.validation(), parts.test()));
    table.row(
        "cold",
        format(
            "%,d of %,d users and %,d of %,d items of the test part have no training event; %.1f %% of"
                + " test events are of one of them",
            parts.coldUsers(),
            parts.testUsers(),
            parts.coldItems(),
            parts.testItems(),
            100 * parts.coldShare()));
    table.row("leakage", split.leakage().map(Leakage::summary).orElse(Leakage.UNKNOWN));
    return table.render(WIDTH)
        + split
            .leakage()
            .filter(Leakage::any)
            .map(it -> "look at: models would learn from the future; global-time does not\n")
            .orElse("");
  }

  private static String format(String format, Object... arguments) {
    return String.format(Locale.ROOT, format, arguments);
  }
}
