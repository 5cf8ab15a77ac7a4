/**
 * Dense products and inverses over row-major arrays, in a native and a plain provider.
 *
 * <p>{@link org.recsys4j.models.nn.kernel.Kernels#blas()} gives the fastest {@link
 * org.recsys4j.models.nn.kernel.Blas} of this machine: OpenBLAS where its library loads, plain Java
 * elsewhere. Nothing native is loaded before that call, so models ask for it when they fit or
 * score, never in a field of a factory. Both providers compute on the calling thread alone:
 * parallel work is cut into shards in Java, and a result never depends on how many threads share
 * them.
 *
 * <p>{@link org.recsys4j.models.nn.kernel.Matrix} is a view of a {@code float[]}, which slices and
 * transposes without a copy.
 */
@NullMarked
package org.recsys4j.models.nn.kernel;

import org.jspecify.annotations.NullMarked;
