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
   * @throws CancellationException if the calling thread is interrupted; its flag stays set, and
   *     shards not yet begun are left out
   * @throws RuntimeException (or an error) that a shard threw; shards not yet begun are left out
   */
  public void run(int shards, IntConsumer task) {
    if (threads == 1 || shards <= 1 || inShard.get()) {
      for (int shard = 0; shard < shards; shard++) {
        stopIfInterrupted();
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
    } catch (Throwable e) {
      failure = e;
    }
    if (await(others, failed)) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted");
    }
    for (Future<?> other : others) {
      failure = failure == null ? failureOf(other) : failure;
    }
    if (failure instanceof RuntimeException e) {
      throw e;
    } else if (failure instanceof Error e) {
      throw e;
    } else if (failure != null) { // a checked one, which other languages may throw
      throw new IllegalStateException(failure);
    }
  }

  private static void stopIfInterrupted() {
    if (Thread.currentThread().isInterrupted()) {
      throw new CancellationException("interrupted");
    }
  }

  private void claim(AtomicInteger next, int shards, AtomicBoolean failed, IntConsumer task) {
    inShard.set(Boolean.TRUE);
    try {
      for (int shard = next.getAndIncrement(); shard < shards; shard = next.getAndIncrement()) {
        if (failed.get()) {
          return;
        }
        stopIfInterrupted();
        task.accept(shard);
      }
    } catch (Throwable e) {
      failed.set(true);
      throw e;
    } finally {
      inShard.set(Boolean.FALSE);
    }
  }

  /**
   * Waits for all helpers even when interrupted, since they still write into the caller's arrays.
   * Tells whether it was interrupted.
   */
  private static boolean await(List<Future<?>> others, AtomicBoolean stop) {
    boolean interrupted = false;
    for (Future<?> other : others) {
      while (!other.isDone()) {
        try {
          other.get();
        } catch (InterruptedException e) {
          stop.set(true);
          interrupted = true;
        } catch (ExecutionException e) {
          break; // told by failureOf
        }
      }
    }
    return interrupted;
  }

  private static @Nullable Throwable failureOf(Future<?> done) {
    try {
      done.get();
      return null;
    } catch (InterruptedException e) {
      throw new IllegalStateException("one that is done does not wait", e);
    } catch (ExecutionException e) {
      return e.getCause();
    }
  }

  /** Ends the threads. Work under way is finished first. */
  @Override
  public void close() {
    helpers.shutdown();
  }
}
