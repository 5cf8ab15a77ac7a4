/**
 * Recurrent networks.
 *
 * <p>{@link org.recsys4j.models.rnn.Gru4Rec}: gated recurrent units, or a long short-term memory,
 * over a user's items in the order of time. Cheap to train over long histories and quick to score;
 * {@code sasrec} is usually ahead where there is much data.
 */
@NullMarked
package org.recsys4j.models.rnn;

import org.jspecify.annotations.NullMarked;
