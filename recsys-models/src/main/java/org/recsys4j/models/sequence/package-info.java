/**
 * What models of sequences share: those whose network reads a user's items in the order of time and
 * says at each step what comes next.
 *
 * <ul>
 *   <li>{@link org.recsys4j.models.sequence.NextItemExamples} cuts the training events into windows
 *       in which every step but a user's first is predicted once an epoch; {@link
 *       org.recsys4j.models.sequence.Negatives} adds sampled items where a loss wants them.
 *   <li>{@link org.recsys4j.models.sequence.SequenceTraining} trains a network on them.
 *   <li>{@link org.recsys4j.models.sequence.SequenceModel} is what comes out: it runs the network
 *       over histories and multiplies what it says at the last item with the items' vectors.
 * </ul>
 *
 * <p>The graph of such a model has one input, {@code length} indices of items a sequence, which
 * begin at the left and end with -1s; its last layer, a {@link
 * org.recsys4j.models.nn.layer.LossSpec}, is given one row for each of them, as long as the items'
 * vectors.
 */
@NullMarked
package org.recsys4j.models.sequence;

import org.jspecify.annotations.NullMarked;
