package org.recsys4j.eval.group;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.recsys4j.api.EvaluationContext;
import org.recsys4j.api.MetricNeed;
import org.recsys4j.api.data.Attributes;
import org.recsys4j.api.data.IdIndex;
import org.recsys4j.api.data.Interactions;
import org.recsys4j.api.data.InvalidDataException;
import org.recsys4j.api.data.ItemSet;
import org.recsys4j.api.data.Split;
import org.recsys4j.eval.metric.beyond.LongTail;
import org.recsys4j.eval.metric.beyond.Tags;
import org.recsys4j.eval.protocol.Protocol;

/** Forms groups. */
record Slices(Groups groups, Split split, Protocol protocol) {
  List<Slice> all() {
    List<Slice> slices = new ArrayList<>();
    if (groups.activity() > 0) {
      slices.addAll(byActivity());
    }
    if (groups.cold()) {
      Interactions train = split.train();
      slices.add(Slice.ofUsers("cold", "no training event", user -> train.count(user) == 0));
      slices.add(Slice.ofUsers("cold", "known", user -> train.count(user) > 0));
    }
    groups.userColumns().forEach(it -> slices.addAll(byUserColumn(it)));
    groups.headShare().ifPresent(it -> slices.addAll(byPopularity(it)));
    groups.itemColumns().forEach(it -> slices.addAll(byItemColumn(it)));
    if (groups.time() > 0) {
      slices.addAll(byTime());
    }
    return slices;
  }

  private List<Slice> byActivity() {
    long[] counts =
        IntStream.range(0, protocol.users())
            .mapToLong(row -> split.train().count(protocol.user(row)))
            .filter(count -> count > 0)
            .toArray();
    Bins bins = Bins.of(counts, groups.activity());
    return IntStream.range(0, bins.size())
        .mapToObj(
            bin ->
                Slice.ofUsers(
                    "activity",
                    bins.first(bin) + " to " + bins.last(bin),
                    user -> bins.contains(bin, split.train().count(user))))
        .toList();
  }

  private List<Slice> byUserColumn(String column) {
    Attributes table = protocol.catalogue().userAttributes();
    require(table, "user-columns: the users", column);
    IdIndex users = protocol.catalogue().users();
    TreeSet<String> values = new TreeSet<>();
    for (int row = 0; row < protocol.users(); row++) {
      table.value(users.id(protocol.user(row)), column).ifPresent(values::add);
    }
    return values.stream()
        .map(
            value ->
                Slice.ofUsers(
                    column,
                    value,
                    user -> table.value(users.id(user), column).filter(value::equals).isPresent()))
        .toList();
  }

  private List<Slice> byPopularity(double headShare) {
    ItemSet tail = context().derived(new LongTail(headShare));
    return List.of(
        Slice.ofPairs("popularity", "head", (user, item) -> !tail.contains(item)),
        Slice.ofPairs("popularity", "tail", (user, item) -> tail.contains(item)));
  }

  private List<Slice> byItemColumn(String column) {
    require(protocol.catalogue().itemAttributes(), "item-columns: the items", column);
    Tags tags = context().derived(new Tags.Of(column, groups.separator()));
    return IntStream.range(0, tags.names().size())
        .mapToObj(
            tag ->
                Slice.ofPairs(
                    column,
                    tags.names().get(tag),
                    (user, item) -> IntStream.of(tags.of(item)).anyMatch(it -> it == tag)))
        .toList();
  }

  private static void require(Attributes table, String whose, String column) {
    if (!table.columns().contains(column)) {
      throw new InvalidDataException(
          String.format(
              Locale.ROOT,
              "evaluate.groups.%s have no attribute \"%s\", only %s",
              whose,
              column,
              table.columns()));
    }
  }

  private EvaluationContext context() {
    Interactions none = Interactions.none(split.train().users(), split.train().items());
    return new EvaluationContext(
        protocol.users(),
        protocol.candidates(),
        new EvaluationContext.Evidence(
            EnumSet.of(MetricNeed.POPULARITY, MetricNeed.ITEM_ATTRIBUTES),
            protocol.catalogue(),
            split.train(),
            none,
            none,
            (visitor, user) -> {}));
  }

  private List<Slice> byTime() {
    Interactions test = split.test();
    if (!test.hasTimes()) {
      throw new InvalidDataException("evaluate.groups.time: events have no times");
    }
    Bins bins =
        Bins.of(IntStream.range(0, test.size()).mapToLong(test::time).toArray(), groups.time());
    return IntStream.range(0, bins.size())
        .mapToObj(
            bin ->
                Slice.ofPairs(
                    "time",
                    name(bins, bin),
                    (user, item) ->
                        IntStream.range(test.start(user), test.end(user))
                            .anyMatch(
                                event ->
                                    test.item(event) == item
                                        && bins.contains(bin, test.time(event)))))
        .toList();
  }

  /** By the day where no two slices share one. */
  private static String name(Bins bins, int bin) {
    boolean days =
        IntStream.range(1, bins.size())
            .noneMatch(it -> day(bins.first(it)).equals(day(bins.last(it - 1))));
    Instant first = Instant.ofEpochSecond(bins.first(bin));
    Instant last = Instant.ofEpochSecond(bins.last(bin));
    return days ? day(bins.first(bin)) + " to " + day(bins.last(bin)) : first + " to " + last;
  }

  private static LocalDate day(long seconds) {
    return Instant.ofEpochSecond(seconds).atOffset(ZoneOffset.UTC).toLocalDate();
  }
}
