package org.recsys4j.bench.cli;

import java.util.function.LongSupplier;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarConsumer;
import me.tongfei.progressbar.ProgressBarStyle;
import org.recsys4j.api.Progress;

/** Progress as bars on a terminal. What took long leaves a line, the rest leaves nothing. */
final class ProgressBars implements Progress {
  private static final int UPDATE_MILLIS = 200;

  private final Terminal terminal;
  private final LongSupplier nanos;
  private final LongWork work = new LongWork();

  ProgressBars(Terminal terminal, LongSupplier nanos) {
    this.terminal = terminal;
    this.nanos = nanos;
  }

  @Override
  public Task start(String name, long total, String unit) {
    Line line = new Line(terminal);
    terminal.begin(line);
    ProgressBar bar =
        new ProgressBarBuilder()
            .setTaskName(name)
            .setInitialMax(total)
            .setUnit(" " + unit, 1)
            .setStyle(ProgressBarStyle.ASCII)
            .setUpdateIntervalMillis(UPDATE_MILLIS)
            .setConsumer(line)
            .build();
    return new Bar(name, bar, line, nanos.getAsLong());
  }

  /** Where one bar is drawn. */
  private record Line(Terminal terminal, Object identity) implements ProgressBarConsumer {
    Line(Terminal terminal) {
      this(terminal, new Object());
    }

    @Override
    public int getMaxRenderedLength() {
      return terminal.width();
    }

    @Override
    public void accept(String bar) {
      terminal.show(this, bar);
    }

    @Override
    public void close() {
      // The task ends its own line.
    }
  }

  private final class Bar implements Task {
    private final String name;
    private final ProgressBar bar;
    private final Line line;
    private final long start;

    Bar(String name, ProgressBar bar, Line line, long start) {
      this.name = name;
      this.bar = bar;
      this.line = line;
      this.start = start;
    }

    @Override
    public void advance(long units) {
      bar.stepBy(units);
    }

    @Override
    public void note(String text) {
      bar.setExtraMessage(" " + text);
    }

    @Override
    public void close() {
      String note = bar.getExtraMessage();
      bar.close();
      terminal.end(line, work.line(name, start, nanos.getAsLong(), note).orElse(null));
    }
  }
}
