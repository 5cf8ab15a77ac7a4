/**
 * Samples that are ranked for each user of the test part, instead of all items. Choose
 *
 * <ul>
 *   <li>{@code all}, the default, which is none of these: full ranking;
 *   <li>{@link org.recsys4j.data.candidate.UniformSample} to compare with papers that ranked the
 *       held-out item among random negatives;
 *   <li>{@link org.recsys4j.data.candidate.PopularitySample} the same with popular negatives;
 *   <li>{@link org.recsys4j.data.candidate.ActiveItems} where items come and go, and only those are
 *       to be ranked that are still about;
 *   <li>{@link org.recsys4j.data.candidate.GivenCandidates} to compare with papers whose negatives
 *       come with the data.
 * </ul>
 *
 * <p>Metrics on samples are inconsistent with those on all items, even in the order of models
 * (Krichene and Rendle, "On Sampled Metrics for Item Recommendation", KDD 2020): samples are for
 * comparison alone, and the labels of their metrics say so.
 */
@NullMarked
package org.recsys4j.data.candidate;

import org.jspecify.annotations.NullMarked;
