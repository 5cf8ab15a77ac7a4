package org.recsys4j.models.nn.layer;

import org.jspecify.annotations.Nullable;

/** What a backward pass finds of the forward pass before it. */
final class State {
  private State() {}

  /** What was kept. */
  static <T> T kept(@Nullable T value) {
    if (value == null) {
      throw new IllegalStateException("a backward pass without a forward pass before it");
    }
    return value;
  }
}
