/**
 * Holding events out, and keeping the outcome. Choose
 *
 * <ul>
 *   <li>{@link org.recsys4j.data.split.GlobalTime}, the recommended protocol: what was known at a
 *       point in time predicts what came after it, as in real use; at one point, or at several, one
 *       after the other;
 *   <li>{@link org.recsys4j.data.split.LeaveLastOut} for models of sequences, as their papers do,
 *       or {@link org.recsys4j.data.split.TemporalHoldout}, which holds out a share of each user's
 *       events;
 *   <li>{@link org.recsys4j.data.split.RandomHoldout}, {@link org.recsys4j.data.split.LeaveOneOut}
 *       and {@link org.recsys4j.data.split.KFold} to compare with published numbers;
 *   <li>{@link org.recsys4j.data.split.FoldInUsers} for strong generalisation: people who come
 *       after training, with some events; {@link org.recsys4j.data.split.SessionSplit} for
 *       sessions;
 *   <li>{@link org.recsys4j.data.split.ColdUsers} and {@link org.recsys4j.data.split.ColdItems} for
 *       people and things of whom no event is known;
 *   <li>{@link org.recsys4j.data.split.GivenSplit} where a data set comes with a split of its own.
 * </ul>
 *
 * <p>All but the first, and sessions of which one event is predicted, let models learn from events
 * that are later than a test event; a run reports how many. {@link
 * org.recsys4j.data.split.TsvSplitStore} writes a split as plain files with checksums and reads it
 * back.
 */
@NullMarked
package org.recsys4j.data.split;

import org.jspecify.annotations.NullMarked;
