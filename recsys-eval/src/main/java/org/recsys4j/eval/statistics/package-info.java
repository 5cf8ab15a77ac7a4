/**
 * How sure a comparison is: paired tests over users, intervals, effect sizes, corrections for many
 * tests, and what several seeds add.
 *
 * <p>Every question is asked of numbers by user, in the same order for all models:
 *
 * <ul>
 *   <li>{@link org.recsys4j.eval.statistics.MeanEstimate}: one model, with a bootstrap interval;
 *   <li>{@link org.recsys4j.eval.statistics.PairedComparison}: two models, with Student's t test,
 *       Wilcoxon's signed-rank test, the sign-flip randomisation test, a bootstrap interval of the
 *       difference, effect sizes, and the smallest difference that so many users can show;
 *   <li>{@link org.recsys4j.eval.statistics.MetricComparison}: all models under one metric, each
 *       beside a reference, with p values corrected for their number by {@link
 *       org.recsys4j.eval.statistics.Correction}; {@link org.recsys4j.eval.statistics.Comparison}:
 *       that for all metrics of a run, which is {@code comparison.json};
 *   <li>{@link org.recsys4j.eval.statistics.GroupGap}: one model, the best and the worst served
 *       group of users;
 *   <li>{@link org.recsys4j.eval.statistics.Replications}: one model under several seeds or folds.
 * </ul>
 *
 * <p><b>Which test to believe.</b> The randomisation test asks for the least: that under the null
 * hypothesis a user's difference is as likely to be negative as positive. It is about the mean,
 * which is what a leaderboard orders by, and exact for few users; it decides about marks. Student's
 * t agrees with it where there are many users. Wilcoxon's asks another question, that of the
 * median, and ignores users for whom the models do not differ. All tests are two-sided.
 *
 * <p><b>What no test here knows.</b> Users are the sample: a difference that is significant would
 * likely be there for other users of the same population. Whether it would be there after another
 * training, see {@code Replications}; whether it would be there on other data, nobody knows.
 *
 * <p>Distributions, Student's and Wilcoxon's test are those of Apache Commons Statistics. What is
 * random is drawn by {@link org.recsys4j.eval.statistics.Resampling}: the same bits for any number
 * of threads.
 */
@NullMarked
package org.recsys4j.eval.statistics;

import org.jspecify.annotations.NullMarked;
