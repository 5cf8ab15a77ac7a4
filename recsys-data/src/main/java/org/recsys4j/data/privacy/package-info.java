/**
 * Giving data away with care.
 *
 * <p>{@link org.recsys4j.data.privacy.Anonymize} replaces ids by keyed hashes, drops columns and
 * coarsens times. That is pseudonymity, not anonymity: who knows a few of a user's events can find
 * the user again (Narayanan and Shmatikov, "Robust De-anonymization of Large Sparse Datasets",
 * S&amp;P 2008). {@link org.recsys4j.data.privacy.PrivateCounts} releases counts under differential
 * privacy, which bounds what anybody can learn about one user, whatever else they know.
 */
@NullMarked
package org.recsys4j.data.privacy;

import org.jspecify.annotations.NullMarked;
