package org.recsys4j.eval.metric.beyond;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.recsys4j.api.EvaluationContext;
import org.recsys4j.api.data.Interactions;

/**
 * Who had each item in training: for each item the users, ascending, each once. Holds 4 bytes a
 * pair.
 */
record ItemUsers(List<int[]> ofItem) {
  /** How it is computed. */
  record Recipe() implements Function<EvaluationContext, ItemUsers> {
    @Override
    public ItemUsers apply(EvaluationContext context) {
      Interactions training = context.training();
      int[] filled = new int[training.items()];
      int[][] users = new int[training.items()][];
      Arrays.setAll(users, item -> new int[context.popularity(item)]);
      for (int user = 0; user < training.users(); user++) {
        for (int position = training.start(user); position < training.end(user); position++) {
          int item = training.item(position);
          if (filled[item] == 0 || users[item][filled[item] - 1] != user) {
            users[item][filled[item]++] = user;
          }
        }
      }
      return new ItemUsers(Arrays.asList(users));
    }
  }

  int[] of(int item) {
    return ofItem.get(item);
  }

  /** How many users had both. */
  int shared(int item, int other) {
    int[] few = of(item).length < of(other).length ? of(item) : of(other);
    int[] many = few == of(item) ? of(other) : of(item);
    if (few.length * 32L > many.length) {
      return Tags.shared(few, many);
    }
    int count = 0;
    int from = 0;
    for (int user : few) {
      int at = Arrays.binarySearch(many, from, many.length, user);
      count += at >= 0 ? 1 : 0;
      from = at >= 0 ? at : ~at;
    }
    return count;
  }
}
