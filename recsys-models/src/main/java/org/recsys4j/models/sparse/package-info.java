/** Sparse user x item matrices: {@link org.recsys4j.models.sparse.SparseMatrix}. */
@NullMarked
package org.recsys4j.models.sparse;

import org.jspecify.annotations.NullMarked;
