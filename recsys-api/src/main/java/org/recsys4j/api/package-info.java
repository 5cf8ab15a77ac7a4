/**
 * The contracts of the framework and the values they speak.
 *
 * <p>Who adds to the framework implements one of these interfaces and binds it by name in an {@link
 * org.recsys4j.api.plugin.RecsysPlugin}:
 *
 * <ul>
 *   <li>{@link org.recsys4j.api.RecommenderFactory} and the {@link org.recsys4j.api.Recommender} it
 *       fits: a model;
 *   <li>{@link org.recsys4j.api.MetricFactory} and its {@link org.recsys4j.api.Metric}: a measure
 *       of ranked lists; {@link org.recsys4j.api.Metric#perUser} makes one in a line;
 *   <li>{@link org.recsys4j.api.DatasetSource}, {@link org.recsys4j.api.Preparation}, {@link
 *       org.recsys4j.api.Splitter}: the way from raw files to training, validation and test;
 *   <li>{@link org.recsys4j.api.FeatureExtractorFactory} and its {@link
 *       org.recsys4j.api.FeatureExtractor}: from rows to numbers.
 * </ul>
 *
 * <p>All of them are {@link org.recsys4j.api.Configurable}: they name a record of options. Users
 * and items are small integers here, from 0, that a {@link org.recsys4j.api.data.Catalogue}
 * translates to and from external ids.
 */
@NullMarked
package org.recsys4j.api;

import org.jspecify.annotations.NullMarked;
