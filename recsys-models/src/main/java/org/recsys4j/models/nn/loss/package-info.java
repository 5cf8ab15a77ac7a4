/**
 * Losses: the layers at the end of a graph. Each is a {@link
 * org.recsys4j.models.nn.layer.LossSpec}, whose labels are described there.
 */
@NullMarked
package org.recsys4j.models.nn.loss;

import org.jspecify.annotations.NullMarked;
