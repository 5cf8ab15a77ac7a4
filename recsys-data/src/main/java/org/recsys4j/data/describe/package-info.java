/**
 * What data are like, before anything is learned from them: {@link
 * org.recsys4j.data.describe.Description} counts, {@link org.recsys4j.data.describe.Activity} tells
 * how events are shared out among users or items, {@link
 * org.recsys4j.data.describe.SplitDescription} what a split leaves cold, {@link
 * org.recsys4j.data.describe.Suspicions} what its owner should look at, and {@link
 * org.recsys4j.data.describe.FormatGuess} how an unknown file is written.
 *
 * <p>All figures are computed from events in memory in one pass or two, and need 4 bytes a user and
 * an item besides.
 */
@NullMarked
package org.recsys4j.data.describe;

import org.jspecify.annotations.NullMarked;
