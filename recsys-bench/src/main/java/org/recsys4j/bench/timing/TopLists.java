package org.recsys4j.bench.timing;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.recsys4j.api.Recommender;
import org.recsys4j.api.ScoreBlock;
import org.recsys4j.api.UserBatch;
import org.recsys4j.api.concurrent.Workers;
import org.recsys4j.api.data.Interactions;
import org.recsys4j.api.rank.TopSelector;

/**
 * The best items of every user that the user has not had. Holds one block of scores for each thread
 * that was ever at work, {@code 4 x ROWS x items} bytes.
 */
final class TopLists {
  private static final int ROWS = 64;

  private final Interactions seen;
  private final int depth;
  private final int[] users;
  private final int[] best;
  private final Queue<Workspace> idle = new ConcurrentLinkedQueue<>();

  private record Workspace(ScoreBlock block, TopSelector selector) {}

  TopLists(Interactions seen, int depth) {
    this.seen = seen;
    this.depth = depth;
    this.users = IntStream.range(0, seen.users()).toArray();
    this.best = new int[seen.users() * depth];
  }

  /** Fills the lists; row u of the result, {@code depth} long, holds the items of user u. */
  int[] of(Recommender model, Workers workers) {
    int blocks = (users.length + ROWS - 1) / ROWS;
    workers.run(
        blocks,
        block -> {
          Workspace pooled = idle.poll();
          Workspace workspace = pooled == null ? newWorkspace() : pooled;
          select(model, block * ROWS, workspace);
          idle.add(workspace);
        });
    return best;
  }

  private Workspace newWorkspace() {
    return new Workspace(new ScoreBlock(ROWS, seen.items()), new TopSelector(depth, 1));
  }

  private void select(Recommender model, int from, Workspace workspace) {
    int to = Math.min(users.length, from + ROWS);
    ScoreBlock block = workspace.block();
    TopSelector selector = workspace.selector();
    model.score(UserBatch.of(users, from, to, seen), block);
    for (int user = from; user < to; user++) {
      int offset = block.offset(user - from);
      for (int position = seen.start(user); position < seen.end(user); position++) {
        block.scores()[offset + seen.item(position)] = Float.NEGATIVE_INFINITY;
      }
      selector.select(block, user - from, user);
      for (int place = 0; place < selector.size(); place++) {
        best[user * depth + place] = selector.item(place);
      }
    }
  }
}
