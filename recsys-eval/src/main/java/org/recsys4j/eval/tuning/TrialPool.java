package org.recsys4j.eval.tuning;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.recsys4j.api.concurrent.Workers;

/**
 * Threads on which trials run, each with workers of its own. One thread means the calling one and
 * the workers that were given. At most so many models are in training at once.
 */
final class TrialPool implements AutoCloseable {
  private static final long FAREWELL_SECONDS = 10;

  private final Workers given;
  private final int parallel;
  private final List<Workers> owned = new ArrayList<>();
  private final BlockingQueue<Workers> idle = new LinkedBlockingQueue<>();
  private final ExecutorService threads;

  /**
   * A pool.
   *
   * @param given workers whose number of threads is shared out
   * @param parallel how many trials run at once
   */
  TrialPool(Workers given, int parallel) {
    this.given = given;
    this.parallel = parallel;
    this.threads =
        Executors.newFixedThreadPool(
            parallel,
            task -> {
              Thread thread = new Thread(task, "recsys-trial");
              thread.setDaemon(true);
              return thread;
            });
    for (int i = 0; i < parallel && parallel > 1; i++) {
      Workers workers = new Workers(Math.max(1, given.threads() / parallel));
      owned.add(workers);
      idle.add(workers);
    }
  }

  /**
   * Runs tasks.
   *
   * @return their results, in the order of the tasks
   * @throws CancellationException if the calling thread is interrupted
   * @throws RuntimeException (or an error) that a task threw; the others are interrupted
   */
  List<Trial> run(List<Function<Workers, Trial>> tasks) {
    if (parallel == 1 || tasks.size() == 1) {
      return tasks.stream().map(task -> task.apply(given)).toList();
    }
    CompletionService<Trial> service = new ExecutorCompletionService<>(threads);
    List<Future<Trial>> futures = new ArrayList<>();
    tasks.forEach(task -> futures.add(service.submit(() -> run(task))));
    try {
      for (int i = 0; i < tasks.size(); i++) {
        service.take().get();
      }
      List<Trial> results = new ArrayList<>();
      for (Future<Trial> future : futures) {
        results.add(future.get());
      }
      return results;
    } catch (InterruptedException e) {
      threads.shutdownNow();
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted");
    } catch (ExecutionException e) {
      threads.shutdownNow();
      throw cause(e);
    }
  }

  private Trial run(Function<Workers, Trial> task) throws InterruptedException {
    Workers workers = idle.take();
    try {
      return task.apply(workers);
    } finally {
      idle.add(workers);
    }
  }

  private static RuntimeException cause(ExecutionException failure) {
    if (failure.getCause() instanceof RuntimeException e) {
      return e;
    } else if (failure.getCause() instanceof Error e) {
      throw e;
    }
    return new CancellationException("interrupted");
  }

  /** Interrupts what still runs, and waits a moment for it to end. */
  @Override
  public void close() {
    threads.shutdownNow();
    try {
      if (!threads.awaitTermination(FAREWELL_SECONDS, TimeUnit.SECONDS)) {
        return; // a model that does not listen; its threads are daemons
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    owned.forEach(Workers::close);
  }
}
