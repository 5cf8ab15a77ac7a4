/**
 * How fitted models are kept: named arrays in one file that NumPy opens, too.
 *
 * <p>{@link org.recsys4j.api.store.ModelWriter} and {@link org.recsys4j.api.store.ModelReader}
 * write and read a zip archive of {@code .npy} entries (the {@code .npz} layout of NumPy, format
 * version 1.0), little-endian, row-major: {@code numpy.load("model.npz")["item-factors"]}. Texts
 * are arrays of UTF-8 bytes. Nothing is deserialised, so a file from elsewhere can be wrong, not
 * dangerous.
 *
 * <p>{@link org.recsys4j.api.store.Checkpoints} is where a training that takes long leaves its
 * state after every epoch, in the same format, and finds it again after the process was killed;
 * {@link org.recsys4j.api.store.CheckpointFolder} keeps them in a folder.
 */
@NullMarked
package org.recsys4j.api.store;

import org.jspecify.annotations.NullMarked;
