package org.recsys4j.api.store;

import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Where a training leaves its state after every epoch, so that a later process can go on from there
 * when this one is killed. For one thread.
 *
 * <p>A checkpoint is an archive of named arrays. It must hold all that the next epoch depends on;
 * then a training that was killed and goes on ends with the same bits as one that was not.
 *
 * <pre>{@code
 * boolean goesOn = checkpoints.load(in -> state.load(in));
 * while (...) {
 *   epoch++;
 *   ...
 *   checkpoints.save(epoch, out -> state.save(out));
 * }
 * }</pre>
 */
public interface Checkpoints {
  /** Keeps nothing, and therefore never has anything. */
  Checkpoints NONE =
      new Checkpoints() {
        @Override
        public boolean load(Source state) {
          return false;
        }

        @Override
        public void save(int epoch, Content state) {}

        @Override
        public Checkpoints part(String name) {
          return this;
        }
      };

  /** Writes the state of a training. */
  @FunctionalInterface
  interface Content {
    /**
     * Writes it.
     *
     * @param out takes the arrays; is closed by who gave it
     * @throws IOException if writing fails
     */
    void write(ModelWriter out) throws IOException;
  }

  /** Takes the state of a training back. */
  @FunctionalInterface
  interface Source {
    /**
     * Reads it.
     *
     * @param in gives the arrays; is closed by who gave it
     * @throws IOException if reading fails, or the arrays are not those that are expected
     */
    void read(ModelReader in) throws IOException;
  }

  /**
   * Gives the newest checkpoint that is whole. Damaged ones are left out, with a warning to the
   * user.
   *
   * @param state takes the state back; called at most once
   * @return whether there was one; if not, training begins at the beginning
   * @throws UncheckedIOException if a whole checkpoint cannot be read, or is one of another model
   */
  boolean load(Source state);

  /**
   * Keeps a checkpoint, wholly or not at all, and the one before it.
   *
   * @param epoch how many epochs are behind
   * @param state writes the state
   * @throws UncheckedIOException if it cannot be written
   */
  void save(int epoch, Content state);

  /**
   * The checkpoints of one training of several that make a model, such as a pre-training.
   *
   * @param name which training; letters, digits and dashes
   * @return checkpoints that do not touch those of other names, or these
   */
  Checkpoints part(String name);
}
