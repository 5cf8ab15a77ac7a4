/**
 * Turning what is known of users and items into numbers. Extractors learn from the rows of the
 * training part alone, and what they learn does not depend on the order of rows.
 *
 * <ul>
 *   <li>quantities: {@link org.recsys4j.data.feature.Numeric} (year, price), {@link
 *       org.recsys4j.data.feature.Statistics} of the training events;
 *   <li>one category: {@link org.recsys4j.data.feature.Categorical} (country), {@link
 *       org.recsys4j.data.feature.Bucketize} (an interval of a quantity), {@link
 *       org.recsys4j.data.feature.Crossed} (a combination);
 *   <li>any number of categories: {@link org.recsys4j.data.feature.MultiHot} (genres), {@link
 *       org.recsys4j.data.feature.Hashing} where they are too many;
 *   <li>times: {@link org.recsys4j.data.feature.DateTime}; histories: {@link
 *       org.recsys4j.data.feature.Sequence};
 *   <li>texts: the room {@code text}; pictures: {@link org.recsys4j.data.feature.Image}; vectors
 *       made elsewhere: {@link org.recsys4j.data.feature.Embedding}.
 * </ul>
 *
 * <p>Steps that clip, scale and select what stands before them are in {@code
 * org.recsys4j.data.clean}.
 */
@NullMarked
package org.recsys4j.data.feature;

import org.jspecify.annotations.NullMarked;
