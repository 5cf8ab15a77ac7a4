/**
 * The models, bound by name in {@link org.recsys4j.models.ModelsPlugin}.
 *
 * <p>Where to begin: {@code recent-popularity} says what a personal model must beat, {@code
 * item-knn} and {@code ease} what can be had in seconds, {@code ials} and {@code bpr-mf} what
 * vectors of users and items add. Defaults of all options, each explained, stand in {@code
 * reference.conf}.
 */
@NullMarked
package org.recsys4j.models;

import org.jspecify.annotations.NullMarked;
