/**
 * Neighbourhood models: {@link org.recsys4j.models.knn.ItemKnn} recommends what is similar to the
 * items of the history by common users, {@link org.recsys4j.models.knn.ContentKnn} by features.
 */
@NullMarked
package org.recsys4j.models.knn;

import org.jspecify.annotations.NullMarked;
