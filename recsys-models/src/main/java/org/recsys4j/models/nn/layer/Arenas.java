package org.recsys4j.models.nn.layer;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * The memory that passes of equal graphs work in: as many arenas as passes have run at the same
 * time, not as many as there are graphs.
 */
public final class Arenas {
  private final DataType type;
  private final Queue<Arena> free = new ConcurrentLinkedQueue<>();

  /**
   * No memory yet.
   *
   * @param type of the graphs' numbers
   */
  public Arenas(DataType type) {
    this.type = type;
  }

  /** An arena for one pass. */
  Arena take() {
    Arena arena = free.poll();
    if (arena == null) {
      return new Arena(type);
    }
    arena.reset();
    return arena;
  }

  /** The pass has ended, and nobody reads its arrays any more. */
  void giveBack(Arena arena) {
    free.add(arena);
  }
}
