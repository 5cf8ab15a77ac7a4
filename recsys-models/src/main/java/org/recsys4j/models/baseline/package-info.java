/**
 * Models that know nobody: the measure of what a personal model is worth.
 *
 * <ul>
 *   <li>{@link org.recsys4j.models.baseline.RandomScores}: what chance gives.
 *   <li>{@link org.recsys4j.models.baseline.Popularity}: the same for everybody, by how many users
 *       had an item. Hard to beat on data with few events a user.
 *   <li>{@link org.recsys4j.models.baseline.RecentPopularity}: popularity in which old events fade.
 *       Where the split is by time and taste or supply change, the strongest of these by far; a
 *       model that does not beat it has learned little more than fashion.
 * </ul>
 */
@NullMarked
package org.recsys4j.models.baseline;

import org.jspecify.annotations.NullMarked;
