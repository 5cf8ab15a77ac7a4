/**
 * From a list of feature extractors to matrices: {@link org.recsys4j.api.feature.FeaturePipeline}
 * fits them one behind the other on training rows and freezes them, {@link
 * org.recsys4j.api.feature.EntityRows} makes the rows of users and items.
 */
@NullMarked
package org.recsys4j.api.feature;

import org.jspecify.annotations.NullMarked;
