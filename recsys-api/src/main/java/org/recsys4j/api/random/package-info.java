/**
 * Repeatable randomness: one seed in the experiment file, all others derived from it by name. See
 * {@link org.recsys4j.api.random.SeedTree}.
 */
@NullMarked
package org.recsys4j.api.random;

import org.jspecify.annotations.NullMarked;
