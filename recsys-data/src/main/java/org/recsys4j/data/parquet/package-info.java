/**
 * Flat columns of Apache Parquet files: {@link org.recsys4j.data.parquet.ParquetFile} reads the
 * footer, {@link org.recsys4j.data.parquet.ColumnCursor} goes through one column value by value.
 *
 * <p>Written for this project, from the format's specification: libraries that read Parquet on Java
 * 17 bring ten megabytes and pieces of Hadoop, or cannot be trusted with damaged files. It reads
 * what tables of events have: top-level columns of INT32, INT64, INT96 (times), FLOAT, DOUBLE and
 * BYTE_ARRAY; pages of both versions; plain, dictionary, delta and byte-stream-split encodings;
 * uncompressed, Snappy, GZIP, ZSTD and LZ4_RAW. Nested columns are passed over. Checksums of pages
 * are verified where there are any.
 *
 * <p>Memory is bounded by the pages of the columns that are read: a megabyte each, as most writers
 * make them, 128 MiB at most.
 */
@NullMarked
package org.recsys4j.data.parquet;

import org.jspecify.annotations.NullMarked;
