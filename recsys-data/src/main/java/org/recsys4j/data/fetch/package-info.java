/**
 * Getting public data sets: {@link org.recsys4j.data.fetch.Fetcher} downloads a {@link
 * org.recsys4j.api.data.Download}, goes on with one that was cut off, verifies it, unpacks it, and
 * verifies what is there already; {@link org.recsys4j.data.fetch.DataCache} says where it goes;
 * {@link org.recsys4j.data.fetch.SafeUnzip} unpacks archives that nobody needs to trust; {@link
 * org.recsys4j.data.fetch.MovieLensDownloads} lists the archives of GroupLens.
 *
 * <p>Nothing here prints or asks: progress goes to a {@link org.recsys4j.api.Progress}, and whether
 * terms of use are accepted is for the caller to know. Memory is bounded by some buffers, whatever
 * the size of a file.
 */
@NullMarked
package org.recsys4j.data.fetch;

import org.jspecify.annotations.NullMarked;
