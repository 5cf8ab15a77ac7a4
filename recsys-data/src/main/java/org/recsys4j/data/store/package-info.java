/**
 * The binary file of a prepared data set, which a run keeps so that the next one need not read and
 * prepare the source again: {@link org.recsys4j.data.store.BinaryDatasetStore}.
 *
 * <p>A file begins with 32 bytes: the letters {@code RECSYS4J}, the version of the format, the
 * number of sections, and place and CRC-32C of their table. Each section has a CRC-32C of its own
 * and is verified before anything is taken from it; numbers are little-endian. Columns take as few
 * bytes as their content needs: items 1, 2 or 4, values 1 or 4, times 4 or 8.
 */
@NullMarked
package org.recsys4j.data.store;

import org.jspecify.annotations.NullMarked;
