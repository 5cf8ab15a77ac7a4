package org.recsys4j.bench.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.recsys4j.api.Progress;

/**
 * Progress as plain lines, for logs: a line when long work ends, and a line now and then while it
 * lasts.
 */
final class ProgressLines implements Progress {
  private static final double PAUSE = 10;

  private final PrintWriter err;
  private final LongSupplier nanos;
  private final LongWork work = new LongWork();
  private final AtomicLong lastLine;

  ProgressLines(PrintWriter err, LongSupplier nanos) {
    this.err = err;
    this.nanos = nanos;
    this.lastLine = new AtomicLong(nanos.getAsLong());
  }

  @Override
  public Task start(String name, long total, String unit) {
    return new Work(name, total, unit, nanos.getAsLong());
  }

  private synchronized void print(String line) {
    lastLine.set(nanos.getAsLong());
    err.println(line);
    err.flush();
  }

  private final class Work implements Task {
    private final String name;
    private final long total;
    private final String unit;
    private final long start;
    private final AtomicLong done = new AtomicLong();
    private volatile String note = "";

    Work(String name, long total, String unit, long start) {
      this.name = name;
      this.total = total;
      this.unit = unit;
      this.start = start;
    }

    @Override
    public void advance(long units) {
      long now = done.addAndGet(units);
      if ((nanos.getAsLong() - lastLine.get()) / 1e9 >= PAUSE) {
        String of = total < 0 ? "" : " of " + total;
        String end = note.isEmpty() ? "" : ", " + note;
        print(String.format(Locale.ROOT, "%s: %d%s %s%s", name, now, of, unit, end));
      }
    }

    @Override
    public void note(String text) {
      note = text;
    }

    @Override
    public void close() {
      work.line(name, start, nanos.getAsLong(), note).ifPresent(ProgressLines.this::print);
    }
  }
}
