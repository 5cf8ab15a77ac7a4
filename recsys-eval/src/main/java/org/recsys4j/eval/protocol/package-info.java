/**
 * Who is ranked against what, and the evaluator that does it.
 *
 * <ol>
 *   <li>{@link org.recsys4j.eval.protocol.Rules} are the choices: the mask, the histories, cold
 *       users and items;
 *   <li>{@link org.recsys4j.eval.protocol.Protocol} applies them to one part of a split: which
 *       users are evaluated, what is relevant to each, which items are candidates, and how many
 *       users and events were left out for which reason;
 *   <li>{@link org.recsys4j.eval.protocol.Evaluator} ranks all candidates for every such user by a
 *       model's scores and measures the rankings; where candidates are a sample, {@link
 *       org.recsys4j.eval.protocol.SampledMetric} says so in the name of a metric;
 *   <li>{@link org.recsys4j.eval.protocol.Evaluation} is the result.
 * </ol>
 *
 * <p>{@link org.recsys4j.eval.protocol.AllItems} is the policy of full ranking, by its name. {@link
 * org.recsys4j.eval.protocol.PartValidation} measures snapshots for early stopping, and {@link
 * org.recsys4j.eval.protocol.Leakage} tells how far a split lets models look ahead in time.
 */
@NullMarked
package org.recsys4j.eval.protocol;

import org.jspecify.annotations.NullMarked;
