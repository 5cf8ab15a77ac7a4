/**
 * Factor models: every user and every item is a vector, and the score is their inner product.
 *
 * <ul>
 *   <li>{@link org.recsys4j.models.factor.Ials}: least squares over all cells of the user x item
 *       matrix, seen cells with more confidence. Few iterations, new users are folded in. The first
 *       one to try.
 *   <li>{@link org.recsys4j.models.factor.BprMf}: ranks items that a user had above others, pair by
 *       pair. More epochs, a learning rate to find, no new users.
 * </ul>
 */
@NullMarked
package org.recsys4j.models.factor;

import org.jspecify.annotations.NullMarked;
