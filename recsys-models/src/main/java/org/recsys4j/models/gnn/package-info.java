/**
 * Graph networks: vectors of users and items are propagated through the graph of their
 * interactions, so that they know of the neighbours' neighbours too.
 *
 * <ul>
 *   <li>{@link org.recsys4j.models.gnn.LightGcn} takes means of neighbours and nothing else. It is
 *       both the quicker and the more accurate one: begin with it.
 *   <li>{@link org.recsys4j.models.gnn.Ngcf} is what it was made simpler from, to compare with.
 * </ul>
 */
@NullMarked
package org.recsys4j.models.gnn;

import org.jspecify.annotations.NullMarked;
