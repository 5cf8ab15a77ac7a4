package org.recsys4j.api.concurrent;

import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** A thread that takes part in one {@link SharedRun} after the other until it is closed. */
final class Helper {
  private final int number;
  private final Spin spin;
  private final Thread thread;
  private final AtomicReference<@Nullable SharedRun> offered = new AtomicReference<>();
  private volatile boolean asleep;
  private volatile boolean closed;

  private Helper(String name, int number, Spin spin) {
    this.number = number;
    this.spin = spin;
    this.thread = new Thread(this::work, name + number);
    thread.setDaemon(true);
  }

  /**
   * Starts a thread.
   *
   * @param name of the thread, to be followed by the number
   * @param number of the helper among those of its workers, from 1
   * @param spin how it waits
   */
  static Helper start(String name, int number, Spin spin) {
    Helper helper = new Helper(name, number, spin);
    helper.thread.start();
    return helper;
  }

  /** Asks to take part; one whom the helper has not come to see yet is forgotten. */
  void offer(SharedRun run) {
    offered.set(run);
    wake();
  }

  /** Lets go of a run that is over. */
  void withdraw(SharedRun run) {
    offered.compareAndSet(run, null);
  }

  /** Ends the thread after the run under way. */
  void close() {
    closed = true;
    wake();
  }

  private void wake() {
    if (asleep) {
      LockSupport.unpark(thread);
    }
  }

  private void work() {
    while (!closed) {
      spin.whileTrue(this::idle);
      asleep = true;
      while (idle()) {
        LockSupport.park(this);
      }
      asleep = false;
      SharedRun run = offered.getAndSet(null);
      if (run != null) {
        run.help(number);
      }
    }
  }

  private boolean idle() {
    return offered.get() == null && !closed;
  }
}
