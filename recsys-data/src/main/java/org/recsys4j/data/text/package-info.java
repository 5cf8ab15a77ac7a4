/**
 * Delimited text, read once for all: {@link org.recsys4j.data.text.TextInput} is a file or a
 * resource, plain, gzip or zstd; {@link org.recsys4j.data.text.TextFormat} says what separates
 * fields; {@link org.recsys4j.data.text.RowReader} streams {@link org.recsys4j.data.text.Row}s of
 * it, each of which knows its line; {@link org.recsys4j.data.text.TimeFormat} is how times are
 * written.
 *
 * <p>{@link org.recsys4j.data.text.BadRows} is what becomes of wrong rows. Other readers, of JSON,
 * databases and columnar files, throw {@link org.recsys4j.data.text.BadRowException}, too, and go
 * through {@link org.recsys4j.data.text.RowErrors}, so that all of them tell of wrong rows alike.
 *
 * <p>Memory is bounded: a few buffers, and at most {@link
 * org.recsys4j.data.text.RowReader#LONGEST_ROW} characters of one row. Nothing is allocated for a
 * row whose fields are read as numbers or looked up in an index of ids.
 */
@NullMarked
package org.recsys4j.data.text;

import org.jspecify.annotations.NullMarked;
