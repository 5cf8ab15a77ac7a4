/**
 * From scores to ranks, written once for recommending and for evaluating: {@link
 * org.recsys4j.api.rank.TopSelector} picks the best n of a row of scores and decides what happens
 * among equal ones.
 */
@NullMarked
package org.recsys4j.api.rank;

import org.jspecify.annotations.NullMarked;
