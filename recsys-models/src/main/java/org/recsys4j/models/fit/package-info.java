/**
 * What iterative models share while they are fitted.
 *
 * <ul>
 *   <li>{@link org.recsys4j.models.fit.EpochLoop} runs epochs, reports them, measures on the
 *       validation part, stops early and goes back to the best epoch; it leaves a checkpoint after
 *       every epoch and goes on from the newest one. A model takes part as a {@link
 *       org.recsys4j.models.fit.Trainable}; {@link org.recsys4j.models.fit.ParameterCopy} does the
 *       keeping, and the checkpoints of parameters, for models whose parameters are plain arrays,
 *       {@link org.recsys4j.models.fit.JoinedFloats} writes many arrays as few.
 *   <li>A {@link org.recsys4j.models.fit.NegativeSampler} draws items that a user has not had:
 *       uniformly, by popularity or out of the batch, as {@link
 *       org.recsys4j.models.fit.NegativeOptions} say; {@link org.recsys4j.models.fit.ItemSampler}
 *       draws any items by popularity.
 *   <li>{@link org.recsys4j.models.fit.Shuffle} is a random order that is computed, not stored.
 * </ul>
 *
 * <p>Nothing here depends on the number of threads or on the clock: times are reported and never
 * decide.
 */
@NullMarked
package org.recsys4j.models.fit;

import org.jspecify.annotations.NullMarked;
