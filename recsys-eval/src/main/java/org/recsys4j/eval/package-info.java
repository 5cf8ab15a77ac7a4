/** What {@code recsys-eval} adds to the injector: {@link org.recsys4j.eval.EvalPlugin}. */
@NullMarked
package org.recsys4j.eval;

import org.jspecify.annotations.NullMarked;
