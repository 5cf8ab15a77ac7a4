package org.recsys4j.eval.experiment;

import java.nio.file.Path;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.recsys4j.api.data.CandidateLists;
import org.recsys4j.api.data.Interactions;
import org.recsys4j.api.data.Split;
import org.recsys4j.eval.protocol.Leakage;
import org.recsys4j.eval.protocol.PairCounts;
import org.recsys4j.eval.protocol.Protocol;
import org.recsys4j.eval.protocol.UserCounts;

/**
 * What a run came to: the numbers, and what must stand beside them.
 *
 * @param folder the run's folder
 * @param leaderboard the models, best first
 * @param setting on what the models were compared
 * @param warnings what the source warned of
 */
public record RunSummary(
    Path folder, Leaderboard leaderboard, Setting setting, List<String> warnings) {
  /** Copies the list. */
  public RunSummary {
    warnings = List.copyOf(warnings);
  }

  /**
   * Whether a model has no metrics.
   *
   * @return whether at least one failed
   */
  public boolean anyFailed() {
    return leaderboard.models().stream().anyMatch(ModelResult::failed);
  }

  /**
   * On what models were compared.
   *
   * @param data sizes after the source and after each preparation
   * @param train what models learnt from
   * @param validation what early stopping looked at
   * @param test what the numbers were computed on
   * @param foldIn what was known of users besides when they were scored
   * @param rules who was ranked against what, in words
   * @param candidates what was ranked for each user, in words: all items, or a sample
   * @param users how many users were evaluated and how many were not, and why
   * @param pairs how many held-out pairs of user and item count, and how many do not, and why
   * @param leakage how far training saw events later than test events; empty where times are not
   *     known
   * @param earlyStopping the label of the metric that early stopping looked at; empty where nobody
   *     can be evaluated on the validation part, so that nothing was stopped early
   */
  public record Setting(
      List<DataStep> data,
      PartSize train,
      PartSize validation,
      PartSize test,
      PartSize foldIn,
      String rules,
      String candidates,
      UserCounts users,
      PairCounts pairs,
      Optional<Leakage> leakage,
      Optional<String> earlyStopping) {
    /** Copies the list. */
    public Setting {
      data = List.copyOf(data);
    }

    static Setting of(
        ExperimentConfig config,
        List<DataStep> data,
        Split split,
        Protocol test,
        Protocol validation) {
      return new Setting(
          data,
          PartSize.of(split.train()),
          PartSize.of(split.validation()),
          PartSize.of(split.test()),
          PartSize.of(split.foldIn()),
          config.evaluate().rules().definition(),
          candidates(config.evaluate().candidates().sampler(), split),
          test.userCounts(),
          test.pairCounts(),
          Leakage.of(split),
          Optional.of(config.evaluate().earlyStoppingMetric().metric().label())
              .filter(label -> validation.users() > 0));
    }

    /**
     * How many prepared events are in no part of the split.
     *
     * @return zero for most splits
     */
    public int leftOut() {
      int prepared = data.get(data.size() - 1).events();
      return prepared - train.events() - validation.events() - test.events() - foldIn.events();
    }

    private static String candidates(Optional<String> sampler, Split split) {
      int items = split.train().items();
      return split
          .candidates()
          .map(
              lists ->
                  String.format(
                      Locale.ROOT,
                      "sampled, %s: %s of %d items a user; these metrics are not comparable with"
                          + " those on all items",
                      sampler.orElse("unnamed"),
                      lengths(lists),
                      items))
          .orElse("all " + items + " items");
    }

    private static String lengths(CandidateLists lists) {
      IntSummaryStatistics counts =
          IntStream.range(0, lists.users())
              .map(lists::count)
              .filter(count -> count > 0)
              .summaryStatistics();
      return counts.getMin() == counts.getMax()
          ? String.valueOf(counts.getMin())
          : counts.getMin() + " to " + counts.getMax();
    }
  }

  /**
   * The size of a part of the split.
   *
   * @param events how many events it has
   * @param users how many users have one
   * @param items how many items have one
   */
  public record PartSize(int events, int users, int items) {
    static PartSize of(Interactions part) {
      int users = 0;
      for (int user = 0; user < part.users(); user++) {
        users += part.count(user) > 0 ? 1 : 0;
      }
      int items = 0;
      for (int count : part.itemCounts()) {
        items += count > 0 ? 1 : 0;
      }
      return new PartSize(part.size(), users, items);
    }
  }
}
