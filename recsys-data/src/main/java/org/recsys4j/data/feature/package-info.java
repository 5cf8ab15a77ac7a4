/**
 * Turning what is known of users and items into numbers. All extractors read one column of {@link
 * org.recsys4j.api.data.Attributes}, and learn from the rows of the training part alone.
 *
 * <ul>
 *   <li>{@link org.recsys4j.data.feature.Numeric} for quantities: year, price;
 *   <li>{@link org.recsys4j.data.feature.Categorical} for one category: country, occupation;
 *   <li>{@link org.recsys4j.data.feature.MultiHot} for any number of categories: genres.
 * </ul>
 */
@NullMarked
package org.recsys4j.data.feature;

import org.jspecify.annotations.NullMarked;
