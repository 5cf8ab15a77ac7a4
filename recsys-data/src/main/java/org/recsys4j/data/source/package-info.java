/**
 * Where events come from. Choose
 *
 * <ul>
 *   <li>{@link org.recsys4j.data.source.OnlineRetail} to begin with: real purchases with times, in
 *       the jar;
 *   <li>{@link org.recsys4j.data.source.MovieTweetings} for ratings, in the jar, too;
 *   <li>{@link org.recsys4j.data.source.MovieLens} for the data sets of GroupLens, which may not be
 *       redistributed: name the folder into which you unpacked one;
 *   <li>{@link org.recsys4j.data.source.LightGcn} and {@link org.recsys4j.data.source.Ncf} for the
 *       data sets of these papers, which come with a split of their own, to be used by the split
 *       {@code given};
 *   <li>{@link org.recsys4j.data.source.RecBole} for atomic files; {@link
 *       org.recsys4j.data.source.SavedSplit} for the very split of an earlier run;
 *   <li>{@link org.recsys4j.data.source.AmazonReviews} for reviews of Amazon, {@link
 *       org.recsys4j.data.source.SasRec} for pairs in the order of time, {@link
 *       org.recsys4j.data.source.SvmLight} for rows of factorisation machines;
 *   <li>{@link org.recsys4j.data.source.Delimited} for your own: any CSV, TSV or similar file;
 *       {@link org.recsys4j.data.source.Parquet} for columns of a data frame, {@link
 *       org.recsys4j.data.source.Jdbc} for rows of a database;
 *   <li>{@link org.recsys4j.data.source.Synthetic} for events whose law is known, in any number.
 * </ul>
 *
 * <p>Files may be gzip or zstd, which is seen from their first bytes, and are streamed. Ten million
 * events with times need 28 bytes each while they are read, 20 afterwards, plus about 100 bytes for
 * each different id: {@code -Xmx512m} is enough.
 */
@NullMarked
package org.recsys4j.data.source;

import org.jspecify.annotations.NullMarked;
