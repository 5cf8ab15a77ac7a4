/** Threads whose number never changes a result: {@link org.recsys4j.api.concurrent.Workers}. */
@NullMarked
package org.recsys4j.api.concurrent;

import org.jspecify.annotations.NullMarked;
