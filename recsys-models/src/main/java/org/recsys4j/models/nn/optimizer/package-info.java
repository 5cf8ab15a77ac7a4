/**
 * Optimisers whose cost grows with the batch and not with the catalogue.
 *
 * <p>{@link org.recsys4j.models.nn.optimizer.RowAdam} updates the rows of an embedding table that a
 * batch touched; a dense layer is a table of one row.
 */
@NullMarked
package org.recsys4j.models.nn.optimizer;

import org.jspecify.annotations.NullMarked;
