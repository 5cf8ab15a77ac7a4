/**
 * Convolutional networks over the order of a user's items.
 *
 * <ul>
 *   <li>{@link org.recsys4j.models.cnn.Caser} looks at the last few items, all at once.
 * </ul>
 */
@NullMarked
package org.recsys4j.models.cnn;

import org.jspecify.annotations.NullMarked;
