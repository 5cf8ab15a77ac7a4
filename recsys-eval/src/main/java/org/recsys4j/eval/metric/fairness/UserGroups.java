package org.recsys4j.eval.metric.fairness;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.recsys4j.api.EvaluationContext;
import org.recsys4j.api.data.Attributes;
import org.recsys4j.api.data.IdIndex;
import org.recsys4j.api.data.Interactions;
import org.recsys4j.eval.metric.beyond.LongTail;
import org.recsys4j.eval.metric.beyond.Tags;

/** The group of each user. Immutable. */
final class UserGroups {
  private final int[] ofUser;
  private final int size;

  private UserGroups(int[] ofUser, int size) {
    this.ofUser = ofUser;
    this.size = size;
  }

  /**
   * How users are grouped.
   *
   * @param column an attribute; empty for the most active users, 0, and the others, 1
   * @param activeShare the share of the training events that the most active users have
   */
  record By(Optional<String> column, double activeShare)
      implements Function<EvaluationContext, UserGroups> {
    @Override
    public UserGroups apply(EvaluationContext context) {
      return column.map(it -> byAttribute(context, it)).orElseGet(() -> byActivity(context));
    }

    private UserGroups byActivity(EvaluationContext context) {
      Interactions events = context.training();
      int[] counts = IntStream.range(0, events.users()).map(events::count).toArray();
      int least = LongTail.leastOfTop(counts, activeShare);
      return new UserGroups(Arrays.stream(counts).map(it -> it >= least ? 0 : 1).toArray(), 2);
    }

    private static UserGroups byAttribute(EvaluationContext context, String column) {
      Attributes table = context.catalogue().userAttributes();
      Tags.requireColumn(table, "users", column);
      IdIndex users = context.catalogue().users();
      TreeSet<String> values = new TreeSet<>();
      for (int user = 0; user < users.size(); user++) {
        table.value(users.id(user), column).ifPresent(values::add);
      }
      List<String> names = List.copyOf(values);
      int[] ofUser =
          IntStream.range(0, users.size())
              .map(user -> table.value(users.id(user), column).map(names::indexOf).orElse(-1))
              .toArray();
      return new UserGroups(ofUser, names.size());
    }
  }

  /** The group of a user, negative for one who has none. */
  int of(int user) {
    return ofUser[user];
  }

  /** How many groups there are. */
  int size() {
    return size;
  }
}
