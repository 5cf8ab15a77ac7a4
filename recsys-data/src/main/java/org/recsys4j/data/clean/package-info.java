/**
 * Cleaning quantities, as the field understands it: what stands for missing values, outliers that
 * are clipped, scales, and the selection of features. Everything is learned from training rows
 * alone and frozen, and nothing depends on the order of rows.
 *
 * <ul>
 *   <li>{@link org.recsys4j.data.clean.Cleaning} are the options of whoever reads a quantity;
 *       {@link org.recsys4j.data.clean.CleanQuantity} is what is learned by them: fill, clip,
 *       scale, in this order;
 *   <li>{@link org.recsys4j.data.clean.Clip} and {@link org.recsys4j.data.clean.Scale} do the same
 *       to all numbers that other extractors wrote, such as embeddings or statistics;
 *   <li>{@link org.recsys4j.data.clean.Select} keeps the features that tell most.
 * </ul>
 */
@NullMarked
package org.recsys4j.data.clean;

import org.jspecify.annotations.NullMarked;
