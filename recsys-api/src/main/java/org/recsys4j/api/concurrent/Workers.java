package org.recsys4j.api.concurrent;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A fixed number of threads that work on numbered shards.
 *
 * <p>The recipe for results that do not depend on the number of threads: cut the work into a number
 * of shards that does not depend on it either, let each shard write where no other writes, and
 * combine in the order of the shards. The calling thread works too, so one thread means no other
 * thread at all. A call from inside a shard runs in that shard's thread.
 */
public final class Workers implements AutoCloseable {
  private static final AtomicLong POOLS = new AtomicLong();

  private final int threads;
  private final ExecutorService helpers;
  private final ThreadLocal<Boolean> inShard = ThreadLocal.withInitial(() -> Boolean.FALSE);

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
    String name = "recsys-" + POOLS.incrementAndGet() + "-";
    AtomicInteger number = new AtomicInteger();
    this.helpers =
        Executors.newFixedThreadPool(
            Math.max(1, threads - 1),
            task -> {
              Thread thread = new Thread(task, name + number.incrementAndGet());
              thread.setDaemon(true);
              return thread;
            });
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
   * @throws CancellationException if the calling thread is interrupted; its flag is set again
   * @throws RuntimeException (or an error) that a shard threw; shards not yet begun are left out
   */
  public void run(int shards, IntConsumer task) {
    if (threads == 1 || shards <= 1 || inShard.get()) {
      for (int shard = 0; shard < shards; shard++) {
        task.accept(shard);
      }
      return;
    }
    AtomicInteger next = new AtomicInteger();
    AtomicBoolean failed = new AtomicBoolean();
    Runnable loop = () -> claim(next, shards, failed, task);
    List<Future<?>> others = new ArrayList<>();
    for (int i = 1; i < Math.min(threads, shards); i++) {
      others.add(helpers.submit(loop));
    }
    @Nullable Throwable failure = null;
    try {
      loop.run();
    } catch (RuntimeException | Error e) {
      failure = e;
    }
    for (Future<?> other : others) {
      failure = await(other, failure, failed);
    }
    if (failure instanceof CancellationException) {
      Thread.currentThread().interrupt();
    }
    if (failure instanceof RuntimeException e) {
      throw e;
    } else if (failure instanceof Error e) {
      throw e;
    }
  }

  private void claim(AtomicInteger next, int shards, AtomicBoolean failed, IntConsumer task) {
    inShard.set(Boolean.TRUE);
    try {
      for (int shard = next.getAndIncrement(); shard < shards; shard = next.getAndIncrement()) {
        if (failed.get()) {
          return;
        }
        task.accept(shard);
      }
    } catch (RuntimeException | Error e) {
      failed.set(true);
      throw e;
    } finally {
      inShard.set(Boolean.FALSE);
    }
  }

  /** Waits for a helper even when interrupted, since it still writes into the caller's arrays. */
  private static @Nullable Throwable await(
      Future<?> other, @Nullable Throwable failure, AtomicBoolean stop) {
    @Nullable Throwable first = failure;
    while (true) {
      try {
        other.get();
        return first;
      } catch (InterruptedException e) {
        stop.set(true);
        first = new CancellationException("interrupted");
      } catch (ExecutionException e) {
        return first == null ? e.getCause() : first;
      }
    }
  }

  /** Ends the threads. Work under way is finished first. */
  @Override
  public void close() {
    helpers.shutdown();
  }
}
