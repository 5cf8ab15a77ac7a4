/**
 * Writing events for other tools: {@link org.recsys4j.data.convert.EventFormat} names the formats,
 * {@link org.recsys4j.data.convert.SplitFormat} those of a whole split. Files appear under their
 * names when they are complete, and replace others only if they may.
 *
 * <p>Writing streams. Formats whose files hold numbers for ids bring two tables from numbers to ids
 * with them.
 */
@NullMarked
package org.recsys4j.data.convert;

import org.jspecify.annotations.NullMarked;
