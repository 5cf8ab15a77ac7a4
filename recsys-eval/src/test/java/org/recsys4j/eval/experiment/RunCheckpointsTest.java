package org.recsys4j.eval.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recsys4j.api.store.CheckpointFolder;
import org.recsys4j.api.store.Checkpoints;

class RunCheckpointsTest {
  @TempDir Path folder;
  private RunDirectory run;
  private Path kept;

  @BeforeEach
  void run() {
    run = RunDirectory.begin(folder, "r", Instant.EPOCH);
    run.publish("0123456789abcdef");
    kept = run.path().resolve("models/m/checkpoints");
  }

  private Checkpoints checkpoints(FitTime time) {
    return new RunCheckpoints(new CheckpointFolder(kept, warning -> {}), kept, run, time);
  }

  @Test
  void timeOfFittingGoesOnToo() {
    FitTime first = new FitTime();
    first.goOn(1000);
    checkpoints(first).part("gmf").save(3, out -> out.text("state", "after 3"));
    checkpoints(first).save(4, out -> out.text("state", "after 4"));

    FitTime second = new FitTime();
    assertThat(second.seconds()).isLessThan(1000);
    StringBuilder states = new StringBuilder();
    assertThat(checkpoints(second).load(in -> states.append(in.text("state")))).isTrue();
    assertThat(checkpoints(second).part("gmf").load(in -> states.append(in.text("state"))))
        .isTrue();
    assertThat(states).hasToString("after 4after 3");
    assertThat(second.seconds()).isBetween(1000.0, 2000.0);
  }

  @Test
  void fullDiskEndsTheRun() {
    assertThatThrownBy(
            () ->
                checkpoints(new FitTime())
                    .save(
                        1,
                        out -> {
                          throw new IOException("No space left on device");
                        }))
        .isInstanceOf(RunFailedException.class)
        .hasMessage("cannot write " + kept + ": No space left on device");
  }

  @Test
  void nothingIsWrittenAfterTheEnd() {
    Checkpoints checkpoints = checkpoints(new FitTime());
    checkpoints.save(1, out -> {});
    assertThatThrownBy(
            () ->
                checkpoints.save(
                    2,
                    out -> {
                      run.close();
                      throw new IOException("the file went away");
                    }))
        .isInstanceOf(CancellationException.class);
    assertThatThrownBy(() -> checkpoints.save(2, out -> {}))
        .isInstanceOf(CancellationException.class);
    assertThat(checkpoints.load(in -> {})).isTrue();
  }
}
