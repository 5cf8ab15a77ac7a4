package org.recsys4j.data.source;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.recsys4j.api.DatasetSource;
import org.recsys4j.api.ReadContext;
import org.recsys4j.api.config.Check;
import org.recsys4j.api.data.EventLog;
import org.recsys4j.api.data.InvalidDataException;
import org.recsys4j.data.text.BadRowException;
import org.recsys4j.data.text.BadRows;
import org.recsys4j.data.text.Cells;
import org.recsys4j.data.text.Column;
import org.recsys4j.data.text.Row;
import org.recsys4j.data.text.RowReader;
import org.recsys4j.data.text.Snippet;
import org.recsys4j.data.text.TextFormat;
import org.recsys4j.data.text.TextInput;

/**
 * Rows of SVMlight, LIBSVM and libFM: {@code target index:value index:value ... # comment},
 * separated by spaces; plain, gzip or zstd. The rows of factorisation machines are events whose
 * user, item and context are one-hot: of the indices of users, one has the value 1, and so on.
 *
 * <p>{@code users} and {@code items} say which indices are which, as in the rows of Frappe that
 * libFM reads: {@code users = 0-956, items = 957-5038}. The index is the id, the target the value.
 * A row without a user or an item, with two of them, or with one whose value is not 1 is a wrong
 * row. Rows are in the order of the file and have no times.
 *
 * <p>Such files often hold negative examples, drawn by whoever wrote them, with the target -1 or 0:
 * {@link org.recsys4j.data.prepare.ValueThreshold} with {@code minimum = 1} leaves the events that
 * happened. Features that are neither users nor items, such as context, become the event attribute
 * {@code features}: {@code "5039:1 5041:0.5"}, as and in which order the row has them. Where they
 * are left out, one warning says how many.
 *
 * <p>Rendle, "Factorization Machines with libFM", ACM Transactions on Intelligent Systems and
 * Technology 3(3), 2012.
 */
public final class SvmLight implements DatasetSource<SvmLight.Options> {
  private static final TextFormat FORMAT =
      new TextFormat(" ", false, false, TextFormat.Encoding.UTF_8);
  private static final Pattern INDICES = Pattern.compile("([0-9]{1,9})-([0-9]{1,9})");

  /** The source. */
  public SvmLight() {}

  /**
   * The parameters.
   *
   * @param file the file with rows
   * @param users the first and the last index of users: {@code 0-956}
   * @param items the first and the last index of items
   * @param keepFeatures whether features that are neither become an event attribute
   * @param badRows what becomes of wrong rows
   */
  public record Options(
      Path file, String users, String items, boolean keepFeatures, BadRows badRows) {
    /** Refuses what are no two indices, and those of users among those of items. */
    public Options {
      Check.components(Options.class, file, users, items, keepFeatures, badRows);
      Indices first = Indices.of("users", users);
      Indices second = Indices.of("items", items);
      Check.argument(
          first.last() < second.first() || second.last() < first.first(),
          "items",
          items,
          "apart from users, " + users);
    }
  }

  /** Some indices that follow each other. */
  private record Indices(int first, int last) {
    static Indices of(String component, String written) {
      Matcher matcher = INDICES.matcher(written);
      boolean legal = matcher.matches();
      Check.argument(
          legal && Integer.parseInt(matcher.group(1)) <= Integer.parseInt(matcher.group(2)),
          component,
          Snippet.of(written),
          "the first and the last index, such as 0-956");
      return new Indices(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
    }

    boolean has(int index) {
      return index >= first && index <= last;
    }
  }

  @Override
  public Class<Options> optionsType() {
    return Options.class;
  }

  @Override
  public String summary() {
    return "rows \"target index:value ...\" of libFM, LIBSVM or SVMlight, with one-hot users and items";
  }

  @Override
  public String reference() {
    return "Rendle: Factorization Machines with libFM. ACM Transactions on Intelligent Systems and"
        + " Technology 3(3), 2012";
  }

  @Override
  public EventLog read(Options options, ReadContext context) throws IOException {
    TextInput input = TextInput.of(options.file());
    Reading reading = new Reading(options);
    try (RowReader rows = RowReader.open(input, FORMAT, context.progress())) {
      if (rows.forEach(options.badRows(), context.warnings(), reading::add) == 0) {
        throw new InvalidDataException(input.name() + ": has no rows");
      }
    }
    if (reading.leftOut > 0) {
      context
          .warnings()
          .accept(
              input.name()
                  + ": left out "
                  + reading.leftOut
                  + " features that are neither user nor item");
    }
    return reading.log.build();
  }

  /** The rows, one after the other. */
  private static final class Reading {
    private static final int NONE = -1;
    private static final Column TARGET = new Column("target", 0);

    private final Indices users;
    private final Indices items;
    private final boolean keep;
    private final EventLog.Builder log = new EventLog.Builder(false);
    private long leftOut;

    Reading(Options options) {
      users = Indices.of("users", options.users());
      items = Indices.of("items", options.items());
      keep = options.keepFeatures();
      log.columns(keep ? List.of("features") : List.of());
    }

    void add(Row row) {
      float target = row.number(TARGET);
      int user = NONE;
      int item = NONE;
      List<String> others = new ArrayList<>();
      for (int place = 1; place < row.size(); place++) {
        Column column = new Column("feature", place);
        if (row.isEmpty(column)) { // such as between two spaces
          continue;
        }
        String text = row.text(column);
        if (text.startsWith("#")) {
          break;
        }
        Feature feature = Feature.of(text);
        if (feature.value() == 0) {
          continue;
        }
        if (users.has(feature.index())) {
          user = feature.only("user", user);
        } else if (items.has(feature.index())) {
          item = feature.only("item", item);
        } else {
          others.add(text);
        }
      }
      if (user == NONE || item == NONE) {
        throw new BadRowException("has no " + (user == NONE ? "user" : "item"));
      }
      log.add(String.valueOf(user), String.valueOf(item), target, 0);
      if (keep) {
        log.cell(0, String.join(" ", others));
      } else {
        leftOut += others.size();
      }
    }
  }

  /** An index and its value. */
  private record Feature(int index, float value) {
    private static final Pattern WRITTEN = Pattern.compile("([0-9]{1,9}):([-+.0-9eE]{1,40})");

    static Feature of(String text) {
      Matcher matcher = WRITTEN.matcher(text);
      if (!matcher.matches()) {
        throw new BadRowException(Snippet.of(text) + " is not index:value");
      }
      int index = Integer.parseInt(matcher.group(1));
      return new Feature(index, Cells.number("value of " + index, matcher.group(2)));
    }

    /** The index, as that of the row's one user or item. */
    int only(String role, int before) {
      if (before >= 0) {
        throw new BadRowException("has two " + role + "s, " + before + " and " + index);
      }
      if (value != 1) {
        throw new BadRowException(role + " " + index + " has the value " + value + ", not 1");
      }
      return index;
    }
  }
}
