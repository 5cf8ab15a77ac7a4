/**
 * Tuning: which options are best for a model, each model within the same budget, by results on the
 * validation part.
 *
 * <ul>
 *   <li>{@link org.recsys4j.eval.tuning.TuningReader} reads an experiment file whose models have
 *       search spaces: {@link org.recsys4j.eval.tuning.TuningConfig}, with a {@link
 *       org.recsys4j.eval.tuning.ModelSpace} a model;
 *   <li>{@link org.recsys4j.eval.tuning.TuningRunner} tries and then runs; {@link
 *       org.recsys4j.eval.tuning.TuningSummary} is what to print; {@link
 *       org.recsys4j.eval.tuning.UnfinishedTuning} opens the folder of a tuning that was killed;
 *   <li>a {@link org.recsys4j.eval.tuning.SearchSpace} has options, each with a {@link
 *       org.recsys4j.eval.tuning.Domain}, some of them with conditions;
 *   <li>a {@link org.recsys4j.eval.tuning.Searcher} proposes points. {@link
 *       org.recsys4j.eval.tuning.TpeSearcher} learns from results and is the one to choose; {@link
 *       org.recsys4j.eval.tuning.RandomSearcher} does not, and is the yardstick; {@link
 *       org.recsys4j.eval.tuning.GridSearcher} is for spaces that the budget covers;
 *   <li>a {@link org.recsys4j.eval.tuning.Scheduler} says who works for how long: {@link
 *       org.recsys4j.eval.tuning.Completion}, or {@link org.recsys4j.eval.tuning.AshaScheduler},
 *       which stops most trials after a few epochs.
 * </ul>
 */
@NullMarked
package org.recsys4j.eval.tuning;

import org.jspecify.annotations.NullMarked;
