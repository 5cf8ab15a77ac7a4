package org.recsys4j.api.concurrent;

import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * One call of {@link Workers#run}. Every thread has a range of the shards of its own, the same in
 * every run of as many: what a shard wrote is still in its processor's cache in the next run, from
 * where another one fetches it several times as slowly as from its own. Who is done claims what
 * others have not begun. The caller waits for those helpers alone who came, so that one whom the
 * machine wakes late delays nothing.
 */
final class SharedRun {
  /** Added to the number of helpers inside once no other may come in. */
  private static final int SHUT = Integer.MIN_VALUE;

  private final int shards;
  private final int threads;
  private final IntConsumer task;
  private final ThreadLocal<Boolean> inShard;
  private final Spin spin;
  private final Thread caller = Thread.currentThread();
  private final AtomicIntegerArray claimed; // shards of each thread's range
  private final AtomicInteger inside = new AtomicInteger();
  private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
  private volatile boolean stopped;

  SharedRun(int shards, int threads, IntConsumer task, ThreadLocal<Boolean> inShard, Spin spin) {
    this.shards = shards;
    this.threads = threads;
    this.task = task;
    this.claimed = new AtomicIntegerArray(threads);
    this.inShard = inShard;
    this.spin = spin;
  }

  /**
   * Claims shards as a helper, unless the caller is done already.
   *
   * @param helper whose range comes first: from 1 to the number of threads without the caller
   */
  void help(int helper) {
    int helpers;
    do {
      helpers = inside.get();
      if (helpers < 0) {
        return;
      }
    } while (!inside.compareAndSet(helpers, helpers + 1));
    claim(helper);
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
    claim(0);
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

  private void claim(int thread) {
    inShard.set(Boolean.TRUE);
    try {
      for (int i = 0; i < threads; i++) {
        work((thread + i) % threads);
      }
    } catch (Throwable e) {
      stopped = true;
      failure.compareAndSet(null, e);
    } finally {
      inShard.set(Boolean.FALSE);
    }
  }

  /** Does what nobody has begun of a range. */
  private void work(int range) {
    int from = start(range);
    int count = start(range + 1) - from;
    for (int i = claimed.getAndIncrement(range);
        i < count && !stopped;
        i = claimed.getAndIncrement(range)) {
      if (caller.isInterrupted()) {
        stopped = true;
        return;
      }
      task.accept(from + i);
    }
  }

  private int start(int range) {
    return (int) ((long) shards * range / threads);
  }
}
