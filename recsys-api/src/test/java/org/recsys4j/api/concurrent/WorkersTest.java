package org.recsys4j.api.concurrent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class WorkersTest {
  @AfterEach
  void leaveNoInterruptBehind() {
    Thread.interrupted();
  }

  @ParameterizedTest
  @CsvSource({"1, 0", "1, 5", "2, 0", "2, 1", "2, 1000", "4, 3", "4, 1000"})
  void everyShardRunsOnce(int threads, int shards) {
    AtomicIntegerArray runs = new AtomicIntegerArray(shards);
    try (Workers workers = new Workers(threads)) {
      assertThat(workers.threads()).isEqualTo(threads);
      workers.run(shards, runs::incrementAndGet);
      workers.run(shards, runs::incrementAndGet);
    }
    assertThat(IntStream.range(0, shards).map(runs::get)).allMatch(count -> count == 2);
  }

  @Test
  void oneThreadMeansNoOtherThread() {
    Set<Thread> seen = ConcurrentHashMap.newKeySet();
    try (Workers workers = new Workers(1)) {
      workers.run(50, shard -> seen.add(Thread.currentThread()));
    }
    assertThat(seen).containsExactly(Thread.currentThread());
  }

  /** All four threads must be at work at once for the latch to open. */
  @Test
  void allThreadsWorkAtOnceAndTheCallerIsOneOfThem() throws InterruptedException {
    CountDownLatch together = new CountDownLatch(4);
    Set<Thread> seen = ConcurrentHashMap.newKeySet();
    try (Workers workers = new Workers(4)) {
      workers.run(
          4,
          shard -> {
            seen.add(Thread.currentThread());
            together.countDown();
            awaitQuietly(together);
          });
    }
    assertThat(seen).hasSize(4).contains(Thread.currentThread());
    assertThat(seen)
        .filteredOn(thread -> thread != Thread.currentThread())
        .allMatch(Thread::isDaemon)
        .allMatch(thread -> thread.getName().startsWith("recsys-"));
  }

  /** Shards wait for one another, so that none is claimed in place of a thread that is late. */
  @Test
  void aThreadBeginsEveryRunWithTheSameShard() {
    Thread[] first = new Thread[3];
    Thread[] now = new Thread[3];
    try (Workers workers = new Workers(3)) {
      for (int run = 0; run < 20; run++) {
        CountDownLatch together = new CountDownLatch(3);
        workers.run(
            3,
            shard -> {
              now[shard] = Thread.currentThread();
              together.countDown();
              awaitQuietly(together);
            });
        if (run == 0) {
          System.arraycopy(now, 0, first, 0, 3);
        }
        assertThat(now).containsExactly(first);
      }
    }
    assertThat(first[0]).isSameAs(Thread.currentThread());
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @ParameterizedTest
  @CsvSource({"1", "4"})
  void aFailureComesOutAndEndsTheRest(int threads) {
    AtomicInteger runs = new AtomicInteger();
    try (Workers workers = new Workers(threads)) {
      assertThatIllegalStateException()
          .isThrownBy(
              () ->
                  workers.run(
                      1_000_000,
                      shard -> {
                        runs.incrementAndGet();
                        if (shard == 10) {
                          throw new IllegalStateException("shard 10");
                        }
                      }))
          .withMessage("shard 10");
      assertThat(runs.get()).isBetween(11, 999_999);
      AtomicInteger again = new AtomicInteger();
      workers.run(10, shard -> again.incrementAndGet());
      assertThat(again).hasValue(10);
    }
  }

  /** The calling thread waits in its shard until a helper has failed in another. */
  @Test
  void aFailureInAnotherThreadComesOut() {
    CountDownLatch failed = new CountDownLatch(1);
    Thread caller = Thread.currentThread();
    try (Workers workers = new Workers(2)) {
      assertThatExceptionOfType(StackOverflowError.class)
          .isThrownBy(
              () ->
                  workers.run(
                      2,
                      shard -> {
                        if (Thread.currentThread() == caller) {
                          awaitQuietly(failed);
                        } else {
                          failed.countDown();
                          throw new StackOverflowError("as if");
                        }
                      }));
    }
  }

  /** Other languages of the platform throw checked exceptions from where Java does not let one. */
  @Test
  void aCheckedFailureIsNotLost() {
    try (Workers workers = new Workers(2)) {
      assertThatIllegalStateException()
          .isThrownBy(() -> workers.run(8, shard -> sneak(new IOException("disk full"))))
          .withCauseInstanceOf(IOException.class);
    }
  }

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <E extends Throwable> void sneak(Throwable throwable) throws E {
    throw (E) throwable;
  }

  @ParameterizedTest
  @CsvSource({"1", "2"})
  void anInterruptEndsTheRunBetweenShards(int threads) {
    AtomicInteger runs = new AtomicInteger();
    Thread caller = Thread.currentThread();
    try (Workers workers = new Workers(threads)) {
      assertThatExceptionOfType(CancellationException.class)
          .isThrownBy(
              () ->
                  workers.run(
                      1_000_000,
                      shard -> {
                        if (runs.incrementAndGet() == 5) {
                          caller.interrupt();
                        }
                      }));
      assertThat(Thread.interrupted()).isTrue();
      assertThat(runs.get()).isBetween(5, 999_999);
    }
  }

  /**
   * A helper still writes into the caller's arrays: the caller must not leave before it is done.
   */
  @Test
  void anInterruptedCallerWaitsForTheShardsUnderWay() {
    CountDownLatch helperIsIn = new CountDownLatch(1);
    CountDownLatch callerIsDone = new CountDownLatch(1);
    AtomicInteger finished = new AtomicInteger();
    Thread caller = Thread.currentThread();
    try (Workers workers = new Workers(2)) {
      assertThatExceptionOfType(CancellationException.class)
          .isThrownBy(
              () ->
                  workers.run(
                      2,
                      shard -> {
                        if (Thread.currentThread() == caller) {
                          awaitQuietly(helperIsIn);
                          callerIsDone.countDown();
                        } else {
                          helperIsIn.countDown();
                          awaitQuietly(callerIsDone);
                          spinUntilWaiting(caller);
                          caller.interrupt();
                          spinUntilWaiting(caller);
                          finished.incrementAndGet();
                        }
                      }));
    }
    assertThat(finished).hasValue(1);
  }

  /** Returns once the caller waits, and no longer knows of an interrupt. */
  private static void spinUntilWaiting(Thread caller) {
    while (caller.isInterrupted() || caller.getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }
  }

  @Test
  void aFailureOfItsOwnKindDoesNotInterruptTheCaller() {
    try (Workers workers = new Workers(2)) {
      assertThatExceptionOfType(CancellationException.class)
          .isThrownBy(
              () ->
                  workers.run(
                      4,
                      shard -> {
                        throw new CancellationException("by the task");
                      }))
          .withMessage("by the task");
      assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }
  }

  @Test
  void aCallFromInsideAShardRunsInThatShardsThread() {
    Set<String> strange = ConcurrentHashMap.newKeySet();
    AtomicInteger inner = new AtomicInteger();
    try (Workers workers = new Workers(3)) {
      workers.run(
          6,
          shard -> {
            Thread own = Thread.currentThread();
            workers.run(
                5,
                nested -> {
                  inner.incrementAndGet();
                  if (Thread.currentThread() != own) {
                    strange.add(Thread.currentThread().getName());
                  }
                });
          });
      assertThat(inner).hasValue(30);
      assertThat(strange).isEmpty();
    }
  }

  @Test
  void severalCallersMayShareTheThreads() throws InterruptedException {
    AtomicInteger runs = new AtomicInteger();
    try (Workers workers = new Workers(2)) {
      Thread other = new Thread(() -> workers.run(500, shard -> runs.incrementAndGet()));
      other.start();
      workers.run(500, shard -> runs.incrementAndGet());
      other.join();
    }
    assertThat(runs).hasValue(1000);
  }

  @Test
  void refusesNoThreads() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Workers(0))
        .withMessage("threads is 0, at least 1");
  }
}
