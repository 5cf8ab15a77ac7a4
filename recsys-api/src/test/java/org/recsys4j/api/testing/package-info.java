/** What the tests of all modules share, beside the contract kit. */
@NullMarked
package org.recsys4j.api.testing;

import org.jspecify.annotations.NullMarked;
