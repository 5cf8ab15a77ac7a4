package org.recsys4j.api.concurrent;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A fixed number of threads that work on numbered shards.
 *
 * <p>The recipe for results that do not depend on the number of threads: cut the work into a number
 * of shards that does not depend on it either, let each shard write where no other writes, and
 * combine in the order of the shards. The calling thread works too, so one thread means no other
 * thread at all. A call from inside a shard runs in that shard's thread, and so does one that comes
 * from another thread while the helpers are busy.
 *
 * <p>Helpers stay awake for a moment after a run, where there are processors enough, so that short
 * runs that follow each other do not wait for a thread to wake.
 */
public final class Workers implements AutoCloseable {
  private static final AtomicLong POOLS = new AtomicLong();

  private final int threads;
  private final String name = "recsys-" + POOLS.incrementAndGet() + "-";
  private final Spin spin;
  private final AtomicBoolean busy = new AtomicBoolean();
  private final ThreadLocal<Boolean> inShard = ThreadLocal.withInitial(() -> Boolean.FALSE);
  private final List<Helper> helpers = new ArrayList<>(); // guarded by itself
  private volatile boolean closed;

  /**
   * Starts no thread before the first use.
   *
   * @param threads how many threads work, the calling one included; at least 1
   */
  public Workers(int threads) {
    if (threads < 1) {
      throw new IllegalArgumentException("threads is " + threads + ", at least 1");
    }
    this.threads = threads;
    this.spin = new Spin(threads);
  }

  /**
   * How many threads work.
   *
   * @return at least 1
   */
  public int threads() {
    return threads;
  }

  /**
   * Runs {@code task} once for each number from 0 to {@code shards - 1}, each number on some
   * thread, and returns when all are done.
   *
   * @param shards how many, zero or more
   * @param task the work of one shard
   * @throws CancellationException if the calling thread is interrupted; its flag stays set, and
   *     shards not yet begun are left out
   * @throws IllegalStateException if these workers are closed
   * @throws RuntimeException (or an error) that a shard threw; shards not yet begun are left out
   */
  public void run(int shards, IntConsumer task) {
    if (closed) {
      throw new IllegalStateException("the workers are closed");
    }
    if (threads == 1 || shards <= 1 || inShard.get() || !busy.compareAndSet(false, true)) {
      for (int shard = 0; shard < shards; shard++) {
        stopIfInterrupted();
        task.accept(shard);
      }
      return;
    }
    try {
      share(shards, task);
    } finally {
      busy.set(false);
    }
  }

  private void share(int shards, IntConsumer task) {
    int used = Math.min(threads, shards);
    SharedRun run = new SharedRun(shards, used, task, inShard, spin);
    List<Helper> asked = helpers(used - 1);
    asked.forEach(helper -> helper.offer(run));
    @Nullable Throwable failure;
    try {
      failure = run.lead();
    } finally {
      asked.forEach(helper -> helper.withdraw(run));
    }
    if (failure instanceof RuntimeException e) {
      throw e;
    } else if (failure instanceof Error e) {
      throw e;
    } else if (failure != null) { // a checked one, which other languages may throw
      throw new IllegalStateException(failure);
    }
  }

  /** The first so many helpers, started where they have not been. */
  private List<Helper> helpers(int count) {
    synchronized (helpers) {
      while (helpers.size() < count && !closed) {
        helpers.add(Helper.start(name, helpers.size() + 1, spin));
      }
      return helpers.subList(0, Math.min(count, helpers.size()));
    }
  }

  private static void stopIfInterrupted() {
    if (Thread.currentThread().isInterrupted()) {
      throw new CancellationException("interrupted");
    }
  }

  /** Ends the threads. Work under way is finished first. */
  @Override
  public void close() {
    synchronized (helpers) {
      closed = true;
      helpers.forEach(Helper::close);
    }
  }
}
