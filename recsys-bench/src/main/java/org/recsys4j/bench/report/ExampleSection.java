package org.recsys4j.bench.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.recsys4j.api.data.Catalogue;
import org.recsys4j.api.data.Interactions;
import org.recsys4j.bench.report.Table.Cell;

/**
 * What a few users would see, model beside model. The users stand at fixed places among those
 * evaluated, so that nobody picks those who please.
 */
final class ExampleSection {
  private static final int USERS = 3;
  private static final int PLACES = 10;
  private static final int HISTORY = 8;
  private static final int HELD_OUT = 10;

  private ExampleSection() {}

  static Optional<Section> of(RunView run) {
    Section.Builder section = new Section.Builder("examples", "Example recommendations");
    List<ModelView> models =
        run.measured().stream().filter(model -> model.lists().isPresent()).toList();
    if (run.depth() > 0) {
      section.paragraph(
          "Users at fixed places among those evaluated, not chosen by what they were shown."
              + " Held-out items that were found are marked with ✓.");
      rows(run.protocol().users()).forEach(row -> add(section, run, models, row));
    }
    return section.build();
  }

  private static IntStream rows(int users) {
    return IntStream.rangeClosed(1, USERS)
        .map(part -> (int) ((long) part * users / (USERS + 1)))
        .distinct();
  }

  private static void add(Section.Builder section, RunView run, List<ModelView> models, int row) {
    Catalogue catalogue = run.split().catalogue();
    int user = run.protocol().user(row);
    int[] relevant = run.protocol().relevant(row);
    String id = catalogue.users().id(user);
    section.heading("User " + Isolate.text(id));
    section.facts(
        List.of(
            new Section.Fact(
                "Last of the training part", history(run.split().train(), user, catalogue)),
            new Section.Fact("Held out", titles(catalogue, relevant, HELD_OUT))));
    List<Table.Column> columns = new ArrayList<>(List.of(Table.Column.text("place")));
    models.forEach(model -> columns.add(Table.Column.text(model.label())));
    List<Table.Row> rows = new ArrayList<>();
    for (int place = 0; place < Math.min(PLACES, run.depth()); place++) {
      List<Cell> cells = new ArrayList<>(List.of(Cell.head(String.valueOf(place + 1))));
      for (ModelView model : models) {
        int[] list = model.lists().orElseThrow().list(user);
        cells.add(place < list.length ? cell(catalogue, list[place], relevant) : Cell.text(""));
      }
      rows.add(new Table.Row(cells));
    }
    section.table(new Table("Recommended to user " + Isolate.text(id), columns, rows, false));
  }

  private static Cell cell(Catalogue catalogue, int item, int[] relevant) {
    boolean hit = Arrays.binarySearch(relevant, item) >= 0;
    String title = Isolate.text(catalogue.title(item));
    return hit ? Cell.text("✓ " + title).of("hit") : Cell.text(title);
  }

  private static String history(Interactions train, int user, Catalogue catalogue) {
    int end = train.end(user);
    int from = Math.max(train.start(user), end - HISTORY);
    int[] items = IntStream.range(from, end).map(train::item).toArray();
    return items.length == 0 ? "nothing" : titles(catalogue, items, HISTORY);
  }

  private static String titles(Catalogue catalogue, int[] items, int most) {
    String shown =
        Arrays.stream(items)
            .limit(most)
            .mapToObj(item -> Isolate.text(catalogue.title(item)))
            .collect(Collectors.joining("; "));
    return items.length > most
        ? String.format(Locale.ROOT, "%s; and %,d more", shown, items.length - most)
        : shown;
  }
}
