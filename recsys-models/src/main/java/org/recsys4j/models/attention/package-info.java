/**
 * Networks of self-attention.
 *
 * <p>{@link org.recsys4j.models.attention.SasRec}: a Transformer over a user's items in the order
 * of time. Its cost grows with the square of the history's length, which matters from some hundred
 * items on; with a softmax over all items it is among the best where order counts.
 */
@NullMarked
package org.recsys4j.models.attention;

import org.jspecify.annotations.NullMarked;
