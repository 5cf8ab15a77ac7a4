/**
 * Layers for Deeplearning4j graphs that are fast on a CPU.
 *
 * <p>A layer is described by a record, a {@link org.recsys4j.models.nn.layer.LayerSpec}, which
 * becomes a part of the graph's configuration and of its JSON: {@code graph.addLayer("hidden", new
 * SpecLayer(new DenseSpec(64, 32, RELU)), "input")}. What it computes is an {@link
 * org.recsys4j.models.nn.layer.Operation}: a forward pass and a backward pass, written once against
 * {@link org.recsys4j.models.nn.kernel.Kernels}. {@link
 * org.recsys4j.models.nn.layer.OperationLayer} and {@link org.recsys4j.models.nn.layer.LossLayer}
 * stand between it and Deeplearning4j, so that no operation sees more of it than arrays.
 *
 * <p>All activations are row-major matrices. A batch of sequences is a matrix of {@code sequences x
 * length} rows, one step after the other; sequences begin at the left, and what stands behind their
 * end is never looked at by an earlier step and has no loss, so layers need no mask. Indices of
 * users and items travel as numbers, exact up to 2^24; -1 means nothing.
 *
 * <p>Embedding tables are no parameters of the graph: {@link
 * org.recsys4j.models.nn.layer.EmbeddingTable} tells why.
 */
@NullMarked
package org.recsys4j.models.nn.layer;

import org.jspecify.annotations.NullMarked;
