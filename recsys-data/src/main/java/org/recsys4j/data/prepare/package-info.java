/**
 * Cleaning and filtering before the split. Steps are applied in the order of the experiment file,
 * and are part of a data set's identity: the 5-core of first purchases is another data set than the
 * first purchases of the 5-core.
 *
 * <ul>
 *   <li>{@link org.recsys4j.data.prepare.Deduplicate} leaves one event of each user and item;
 *   <li>{@link org.recsys4j.data.prepare.ValueThreshold} leaves high values, {@link
 *       org.recsys4j.data.prepare.ValueInterval} those in an interval, and {@link
 *       org.recsys4j.data.prepare.Implicit} makes ones of them;
 *   <li>{@link org.recsys4j.data.prepare.TimeWindow} leaves a window in time;
 *   <li>{@link org.recsys4j.data.prepare.ActivityCap} leaves a few events of each user, {@link
 *       org.recsys4j.data.prepare.SampleUsers} some users with all of theirs;
 *   <li>{@link org.recsys4j.data.prepare.KCore} leaves users and items with enough events, and goes
 *       on until all have; {@link org.recsys4j.data.prepare.MinimumCount} looks once.
 * </ul>
 *
 * <p>A step that would leave nothing ends in an {@link org.recsys4j.api.data.InvalidDataException}.
 */
@NullMarked
package org.recsys4j.data.prepare;

import org.jspecify.annotations.NullMarked;
