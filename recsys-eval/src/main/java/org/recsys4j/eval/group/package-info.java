/**
 * How a model serves groups: metrics of users by activity, of new users and of those of some
 * attribute; of relevant items in the short head and the long tail, or by attribute; and of slices
 * of the test part in time.
 *
 * <p>{@link org.recsys4j.eval.group.Groups} says which (in experiment files {@code
 * evaluate.groups}), {@link org.recsys4j.eval.group.GroupEvaluation} makes metrics of them that are
 * measured together with all others, and {@link org.recsys4j.eval.group.GroupedResults} holds what
 * came out, with a test of the gap between groups of users.
 */
@NullMarked
package org.recsys4j.eval.group;

import org.jspecify.annotations.NullMarked;
