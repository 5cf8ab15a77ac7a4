/**
 * Holding events out, and keeping the outcome. Choose
 *
 * <ul>
 *   <li>{@link org.recsys4j.data.split.GlobalTime}, the recommended protocol: what was known at a
 *       point in time predicts what came after it, as in real use;
 *   <li>{@link org.recsys4j.data.split.LeaveLastOut} for models of sequences, as their papers do;
 *   <li>{@link org.recsys4j.data.split.RandomHoldout} to compare with published numbers;
 *   <li>{@link org.recsys4j.data.split.GivenSplit} where a data set comes with a split of its own.
 * </ul>
 *
 * <p>All but the first let models learn from events that are later than a test event; a run reports
 * how many. {@link org.recsys4j.data.split.TsvSplitStore} writes a split as plain files with
 * checksums and reads it back.
 */
@NullMarked
package org.recsys4j.data.split;

import org.jspecify.annotations.NullMarked;
