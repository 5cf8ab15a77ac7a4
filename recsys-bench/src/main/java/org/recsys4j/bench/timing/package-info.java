/**
 * Times of whole tasks on a published data set, beside figures that others published.
 *
 * <p>{@link org.recsys4j.bench.timing.BaselineTimes} is run by {@code bench/baselines.sh}.
 * Questions about one loop or one data structure belong into {@code org.recsys4j.bench.jmh}.
 */
@NullMarked
package org.recsys4j.bench.timing;

import org.jspecify.annotations.NullMarked;
