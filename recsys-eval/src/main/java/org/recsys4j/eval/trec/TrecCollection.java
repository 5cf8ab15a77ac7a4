package org.recsys4j.eval.trec;

import it.unimi.dsi.fastutil.ints.Int2IntMap;
import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntSet;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.recsys4j.api.Accumulator;
import org.recsys4j.api.EvaluationContext;
import org.recsys4j.api.Metric;
import org.recsys4j.api.UserRanking;
import org.recsys4j.api.data.IdIndex;
import org.recsys4j.api.data.InvalidDataException;
import org.recsys4j.api.random.SeedTree;

/**
 * Judgements, what users had before, and runs that any tool produced.
 *
 * <p>Evaluated are the users with at least one relevant item; a user without a list has an empty
 * one, on which every metric of accuracy is 0. What a user had before is no relevant item, and
 * leaves the lists. Candidates, of which coverage is a share, are the items of all files together.
 *
 * <p>Everything is held in memory: 8 bytes for each row of a run, and the ids.
 */
public final class TrecCollection {
  private final IdIndex users;
  private final IdIndex items;
  private final Judgements judgements;
  private final SeenItems seen;
  private final Map<String, RunFile> runs;
  private final List<Integer> evaluated = new ArrayList<>();

  private TrecCollection(
      IdIndex users,
      IdIndex items,
      Judgements judgements,
      SeenItems seen,
      Map<String, RunFile> runs) {
    this.users = users;
    this.items = items;
    this.judgements = judgements;
    this.seen = seen;
    this.runs = runs;
    for (int user : judgements.users()) {
      if (!relevant(user).isEmpty()) {
        evaluated.add(user);
      }
    }
  }

  /**
   * What a run came to.
   *
   * @param label the run's tag, or its file where several runs have one tag
   * @param values each metric's number by its label
   * @param perUser for each metric one number a user, in the order of {@link #users}; NaN where
   *     only all lists together have one
   * @param missing how many evaluated users have no list
   * @param unjudged how many users have a list, but no relevant item
   * @param masked how many rows were taken out, as their users had the items before
   */
  public record Result(
      String label,
      Map<String, Double> values,
      Map<String, double[]> perUser,
      int missing,
      int unjudged,
      int masked) {}

  /**
   * Reads files, plain or gzip.
   *
   * @param qrels rows {@code user 0 item relevance}
   * @param train rows {@code user<tab>item}, or judgements: what users had before
   * @param files rows {@code user Q0 item rank score tag}, at least one file
   * @return the collection
   * @throws InvalidDataException if a file cannot be read, a line is not as it must be (naming file
   *     and line), or nobody has a relevant item
   */
  public static TrecCollection read(Path qrels, Optional<Path> train, List<Path> files) {
    IdIndex.Builder users = new IdIndex.Builder();
    IdIndex.Builder items = new IdIndex.Builder();
    Judgements judgements = Judgements.read(qrels, users, items);
    SeenItems seen =
        train.map(file -> SeenItems.read(file, users, items)).orElseGet(SeenItems::new);
    List<RunFile> runs = files.stream().map(it -> RunFile.read(it, users, items)).toList();
    Set<String> tags = new HashSet<>();
    boolean unique = runs.stream().allMatch(it -> tags.add(it.tag()));
    Map<String, RunFile> byLabel = new LinkedHashMap<>();
    for (int i = 0; i < runs.size(); i++) {
      byLabel.put(unique ? runs.get(i).tag() : files.get(i).toString(), runs.get(i));
    }
    TrecCollection collection =
        new TrecCollection(users.build(), items.build(), judgements, seen, byLabel);
    if (collection.evaluated.isEmpty()) {
      throw new InvalidDataException(
          qrels + ": nobody has a relevant item" + (train.isEmpty() ? "" : " that is new"));
    }
    return collection;
  }

  private Int2IntMap relevant(int user) {
    IntSet had = seen.of(user);
    Int2IntMap all = judgements.of(user);
    if (had.isEmpty()) {
      return all;
    }
    Int2IntMap left = new Int2IntOpenHashMap(all);
    left.keySet().removeAll(had);
    return left;
  }

  /**
   * The runs.
   *
   * @return their labels, in the order of the files
   */
  public List<String> runs() {
    return List.copyOf(runs.keySet());
  }

  /**
   * The evaluated users.
   *
   * @return external ids, in the order of the judgements
   */
  public List<String> users() {
    return evaluated.stream().map(users::id).toList();
  }

  /**
   * How many judged users are not evaluated, having no relevant item that is new to them.
   *
   * @return zero or more
   */
  public int excluded() {
    return judgements.users().length - evaluated.size();
  }

  /**
   * How many items there are in all files together.
   *
   * @return the number of candidates
   */
  public int items() {
    return items.size();
  }

  /**
   * Measures a run.
   *
   * @param label one of {@link #runs}
   * @param metrics what to measure, with different labels
   * @param tieSeed seed of the order in which equal scores stand in lists
   * @return the numbers
   * @throws InvalidDataException if a metric needs what the files do not tell, such as the places
   *     of all items
   */
  public Result evaluate(String label, List<Metric> metrics, long tieSeed) {
    RunFile run =
        Optional.ofNullable(runs.get(label))
            .orElseThrow(() -> new IllegalArgumentException("no run " + label));
    int depth = metrics.stream().mapToInt(Metric::depth).max().orElse(1);
    EvaluationContext context =
        ListEvidence.context(metrics, evaluated.size(), users.size(), items.size(), seen);
    List<Accumulator> accumulators = metrics.stream().map(it -> it.start(context)).toList();
    Map<String, double[]> perUser = new LinkedHashMap<>();
    metrics.forEach(it -> perUser.put(it.label(), new double[evaluated.size()]));
    List<double[]> columns = new ArrayList<>(perUser.values());
    int missing = 0;
    int masked = 0;
    UserList empty = new UserList();
    SeedTree ties = new SeedTree(tieSeed);
    for (int row = 0; row < evaluated.size(); row++) {
      int user = evaluated.get(row);
      UserList list = Optional.ofNullable(run.lists().get(user)).orElse(empty);
      missing += list.size() == 0 ? 1 : 0;
      masked += list.countIn(seen.of(user));
      UserRanking ranking =
          list.rank(
              user,
              relevant(user),
              seen.of(user),
              items.size() - seen.of(user).size(),
              depth,
              ties.child(users.id(user)));
      for (int m = 0; m < columns.size(); m++) {
        columns.get(m)[row] = accumulators.get(m).add(ranking);
      }
    }
    Map<String, Double> values = new LinkedHashMap<>();
    for (int m = 0; m < columns.size(); m++) {
      values.put(metrics.get(m).label(), accumulators.get(m).result());
    }
    int unjudged = run.lists().size() - (evaluated.size() - missing);
    return new Result(label, values, perUser, missing, unjudged, masked);
  }
}
