/**
 * Immutable values that cross modules.
 *
 * <p>Events come in as an {@link org.recsys4j.api.data.EventLog}, in the order of their source.
 * After preparation they become a {@link org.recsys4j.api.data.Dataset}: {@link
 * org.recsys4j.api.data.Interactions}, grouped by user and ordered by time, with the {@link
 * org.recsys4j.api.data.Catalogue} that names users and items. A splitter makes a {@link
 * org.recsys4j.api.data.Split} of it. A source that brings the evaluation of a paper with it tells
 * {@link org.recsys4j.api.data.Given} parts and {@link org.recsys4j.api.data.CandidateLists}. Wrong
 * data end in an {@link org.recsys4j.api.data.InvalidDataException} that says where.
 */
@NullMarked
package org.recsys4j.api.data;

import org.jspecify.annotations.NullMarked;
