package org.recsys4j.api.concurrent;

import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * One call of {@link Workers#run}: shards that are claimed one after the other by the caller and by
 * the helpers who come in time. The caller waits for those alone who came, so that a helper whom
 * the machine wakes late delays nothing.
 */
final class SharedRun {
  /** Added to the number of helpers inside once no other may come in. */
  private static final int SHUT = Integer.MIN_VALUE;

  private final int shards;
  private final IntConsumer task;
  private final ThreadLocal<Boolean> inShard;
  private final Spin spin;
  private final Thread caller = Thread.currentThread();
  private final AtomicInteger next = new AtomicInteger();
  private final AtomicInteger inside = new AtomicInteger();
  private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
  private volatile boolean stopped;

  SharedRun(int shards, IntConsumer task, ThreadLocal<Boolean> inShard, Spin spin) {
    this.shards = shards;
    this.task = task;
    this.inShard = inShard;
    this.spin = spin;
  }

  /** Claims shards as a helper, unless the caller is done already. */
  void help() {
    int helpers;
    do {
      helpers = inside.get();
      if (helpers < 0) {
        return;
      }
    } while (!inside.compareAndSet(helpers, helpers + 1));
    claim();
    if (inside.decrementAndGet() == SHUT) {
      LockSupport.unpark(caller);
    }
  }

  /**
   * Claims shards as the caller, and then waits for the helpers inside even when interrupted, since
   * they still write into the caller's arrays.
   *
   * @return the first failure
   * @throws CancellationException if interrupted
   */
  @Nullable Throwable lead() {
    claim();
    boolean interrupted = Thread.interrupted();
    inside.addAndGet(SHUT);
    spin.whileTrue(() -> inside.get() != SHUT);
    while (inside.get() != SHUT) {
      LockSupport.park(this);
      interrupted |= Thread.interrupted();
      stopped |= interrupted;
    }
    if (interrupted) {
      caller.interrupt();
      throw new CancellationException("interrupted");
    }
    return failure.get();
  }

  private void claim() {
    inShard.set(Boolean.TRUE);
    try {
      for (int shard = next.getAndIncrement();
          shard < shards && !stopped;
          shard = next.getAndIncrement()) {
        if (caller.isInterrupted()) {
          stopped = true;
          return;
        }
        task.accept(shard);
      }
    } catch (Throwable e) {
      stopped = true;
      failure.compareAndSet(null, e);
    } finally {
      inShard.set(Boolean.FALSE);
    }
  }
}
