/**
 * Linear item-item models: the score of an item is a weighted sum over the items of the user's
 * history.
 *
 * <p>{@link org.recsys4j.models.linear.Ease} has one option, no randomness and no iterations, and
 * is hard to beat on implicit data: the first model to try. It keeps a dense matrix of items x
 * items, so it suits catalogues up to some ten thousand items.
 */
@NullMarked
package org.recsys4j.models.linear;

import org.jspecify.annotations.NullMarked;
