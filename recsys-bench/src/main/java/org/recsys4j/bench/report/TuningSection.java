package org.recsys4j.bench.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.recsys4j.bench.report.Plot.Series;
import org.recsys4j.bench.report.Section.Fact;
import org.recsys4j.bench.report.Table.Cell;
import org.recsys4j.bench.report.TuningView.Model;
import org.recsys4j.bench.report.TuningView.Trial;

/** How options were found: what every model was allowed, what it spent, and every trial. */
final class TuningSection {
  private static final int DIGITS = 4;

  private TuningSection() {}

  static Optional<Section> of(RunView run) {
    Section.Builder section = new Section.Builder("tuning", "Tuning and its budget");
    run.tuning()
        .ifPresent(
            tuning -> {
              section.facts(facts(tuning));
              section.table(models(tuning));
              section.figure(progress(tuning, run));
              section.folded(trials(tuning));
            });
    return section.build();
  }

  private static String metric(TuningView tuning) {
    return tuning.manifest().path("metric").asText();
  }

  private static List<Fact> facts(TuningView tuning) {
    JsonNode tune = tuning.block();
    String part = tuning.manifest().path("measured-on").asText();
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("Compared by", metric(tuning) + " of the " + part + " part"));
    facts.add(new Fact("Budget of each model", limits(tune)));
    facts.add(
        new Fact(
            "Unequal budgets", tune.path("unequal").isEmpty() ? "none" : "yes, see the table"));
    facts.add(new Fact("Searcher", tune.path("searcher").asText()));
    facts.add(new Fact("Scheduler", tune.path("scheduler").asText()));
    JsonNode seeds = tuning.manifest().path("seeds");
    if (seeds.size() > 1) {
      facts.add(
          new Fact(
              "Seeds",
              "searched with "
                  + seeds.get(0).asText()
                  + "; trained and tested with "
                  + TuningView.words(seeds)));
    }
    tuning.manifest().path("warnings").forEach(it -> facts.add(new Fact("Warning", it.asText())));
    return facts;
  }

  private static String limits(JsonNode budget) {
    StringBuilder text = new StringBuilder();
    text.append(String.format(Locale.ROOT, "%,d", budget.path("trials").asInt()));
    text.append(budget.path("trials").asInt() == 1 ? " trial" : " trials");
    if (budget.path("seconds").isNumber()) {
      text.append(String.format(Locale.ROOT, ", %,.0f s", budget.path("seconds").asDouble()));
    }
    if (budget.path("epochs").isNumber()) {
      text.append(String.format(Locale.ROOT, ", %,d epochs", budget.path("epochs").asLong()));
    }
    return text.toString();
  }

  private static Table models(TuningView tuning) {
    List<Table.Column> columns =
        List.of(
            Table.Column.text("model"),
            Table.Column.text("budget"),
            Table.Column.number("trials"),
            Table.Column.number("done"),
            Table.Column.number("stopped"),
            Table.Column.number("failed"),
            Table.Column.number("epochs"),
            Table.Column.number("seconds"),
            Table.Column.number("best " + metric(tuning)),
            Table.Column.number("in trial"),
            Table.Column.text("chosen"));
    List<Table.Row> rows = new ArrayList<>();
    for (Model model : tuning.models()) {
      JsonNode summary = model.summary();
      JsonNode chosen = summary.path("chosen");
      List<Cell> cells = new ArrayList<>();
      cells.add(Cell.head(model.label()));
      cells.add(Cell.text(limits(summary.path("budget"))));
      for (String count : List.of("trials", "done", "stopped", "failed", "epochs")) {
        cells.add(Cell.number(summary.path(count).asDouble(), 0));
      }
      cells.add(Cell.number(summary.path("seconds").asDouble(), 1));
      cells.add(Cell.number(chosen.path("value").asDouble(Double.NaN), DIGITS));
      cells.add(Cell.number(chosen.path("trial").asDouble(Double.NaN), 0));
      cells.add(Cell.text(chosen(chosen)));
      rows.add(new Table.Row(cells));
    }
    return new Table("What was tried for each model, and what was chosen", columns, rows, false);
  }

  private static String chosen(JsonNode chosen) {
    if (!chosen.isObject()) {
      return "all trials failed";
    }
    String options = TuningView.words(chosen.path("searched"));
    return chosen.path("trial").asInt() > 1 ? options : ("the defaults " + options).strip();
  }

  /** The best of the trials that came to their end, as the search went on. */
  private static Section.Figure progress(TuningView tuning, RunView run) {
    List<Series> series = new ArrayList<>();
    for (Model model : tuning.models()) {
      double best = Double.NaN;
      double[] x = new double[model.trials().size()];
      double[] y = new double[x.length];
      for (int i = 0; i < x.length; i++) {
        Trial trial = model.trials().get(i);
        boolean better = Double.isNaN(best) || (trial.value() > best) == tuning.higherIsBetter();
        if (trial.status().equals("done") && better) {
          best = trial.value();
        }
        x[i] = trial.number();
        y[i] = best;
      }
      series.add(new Series(model.label(), run.place(model.label()), x, y));
    }
    return new Plot(
            "Best "
                + metric(tuning)
                + " of the "
                + tuning.manifest().path("measured-on").asText()
                + " part by number of trials",
            "trial",
            "best " + metric(tuning) + " so far")
        .lines(series, false);
  }

  private static Table trials(TuningView tuning) {
    List<Table.Column> columns =
        List.of(
            Table.Column.text("model"),
            Table.Column.number("trial"),
            Table.Column.text("status"),
            Table.Column.number(metric(tuning), tuning.higherIsBetter()),
            Table.Column.number("epochs"),
            Table.Column.number("seconds"),
            Table.Column.text("options"));
    List<Table.Row> rows = new ArrayList<>();
    for (Model model : tuning.models()) {
      for (Trial trial : model.trials()) {
        rows.add(
            new Table.Row(
                List.of(
                    Cell.head(model.label()),
                    Cell.number((double) trial.number(), 0),
                    Cell.text(trial.status()),
                    Cell.number(trial.value(), DIGITS),
                    Cell.number((double) trial.epochs(), 0),
                    Cell.number(trial.seconds(), 1),
                    Cell.text((trial.searched() + " " + trial.failure()).strip()))));
      }
    }
    return new Table("Every trial; trial 1 has the defaults", columns, rows, true);
  }
}
