/**
 * What models compute with.
 *
 * <ul>
 *   <li>{@link org.recsys4j.models.nn.kernel.Kernels} is for the layers of networks, over {@link
 *       org.recsys4j.models.nn.kernel.Block}s of ND4J arrays: a fast provider for floats, and a
 *       plain one in double precision to compare with.
 *   <li>{@link org.recsys4j.models.nn.kernel.BlasProviders#blas()} is for models without a network,
 *       over {@link org.recsys4j.models.nn.kernel.Matrix} views of {@code float[]}: OpenBLAS where
 *       its library loads, plain Java elsewhere.
 * </ul>
 *
 * <p>Nothing native is loaded before the first use, so models ask when they fit or score, never in
 * a field of a factory. All providers compute on the calling thread alone: parallel work is cut
 * into shards in Java, and a result never depends on how many threads share them.
 */
@NullMarked
package org.recsys4j.models.nn.kernel;

import org.jspecify.annotations.NullMarked;
