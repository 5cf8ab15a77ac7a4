/**
 * Proofs of the contract kit: right plug-ins that pass it, and plug-ins broken in one way each,
 * which it must catch. Not published with the kit.
 */
@NullMarked
package org.recsys4j.api.kit;

import org.jspecify.annotations.NullMarked;
