/**
 * A file in, a run directory out.
 *
 * <ul>
 *   <li>{@link org.recsys4j.eval.experiment.ExperimentReader} reads and checks an experiment file:
 *       {@link org.recsys4j.eval.experiment.ExperimentConfig};
 *   <li>{@link org.recsys4j.eval.experiment.ExperimentRunner} does what it says and leaves a run
 *       directory; a {@link org.recsys4j.eval.experiment.RunSummary} with the {@link
 *       org.recsys4j.eval.experiment.Leaderboard} is what to print;
 *   <li>{@link org.recsys4j.eval.experiment.UnfinishedRun} opens a run directory whose process was
 *       killed, for a runner to go on with;
 *   <li>{@link org.recsys4j.eval.experiment.ExperimentSeries} reads a file that asks for several
 *       seeds or folds, {@link org.recsys4j.eval.experiment.SeriesRunner} runs one after the other,
 *       and {@link org.recsys4j.eval.experiment.UnfinishedSeries} opens the folder of a series that
 *       was killed; {@link org.recsys4j.eval.experiment.SuccessiveRuns} is what they share with
 *       tuning;
 *   <li>{@link org.recsys4j.eval.experiment.SavedRun} opens a run directory again and recommends
 *       with the models in it; {@link org.recsys4j.eval.experiment.SavedResults} reads its numbers,
 *       without plug-ins;
 *   <li>{@link org.recsys4j.eval.experiment.JoinedRuns} joins runs of one protocol, {@link
 *       org.recsys4j.eval.experiment.ListEvaluation} measures lists of other tools: both come to a
 *       {@code Leaderboard} with a {@link org.recsys4j.eval.statistics.Comparison}.
 * </ul>
 */
@NullMarked
package org.recsys4j.eval.experiment;

import org.jspecify.annotations.NullMarked;
