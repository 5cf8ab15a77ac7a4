package org.recsys4j.eval.experiment;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Objects;
import org.recsys4j.api.store.Checkpoints;

/**
 * The checkpoints of a model of a run. They carry the time that fitting took so far; a disk that is
 * full ends the run and not the model; after the end of the run nothing is written.
 */
final class RunCheckpoints implements Checkpoints {
  private static final String TIME = "fit-seconds";
  private static final String TRAINING = "training";

  private final Checkpoints kept;
  private final Path folder;
  private final RunDirectory run;
  private final FitTime time;

  RunCheckpoints(Checkpoints kept, Path folder, RunDirectory run, FitTime time) {
    this.kept = kept;
    this.folder = folder;
    this.run = run;
    this.time = time;
  }

  @Override
  public boolean load(Source state) {
    return kept.load(
        in -> {
          time.goOn(in.doubles(TIME)[0]);
          state.read(in.part(TRAINING));
        });
  }

  @Override
  public void save(int epoch, Content state) {
    run.refuseIfClosed();
    try {
      kept.save(
          epoch,
          out -> {
            out.doubles(TIME, new double[] {time.seconds()});
            state.write(out.part(TRAINING));
          });
    } catch (UncheckedIOException e) {
      run.refuseIfClosed(); // whoever ended it took the file away
      throw RunFailedException.cannotWrite(folder, Objects.requireNonNull(e.getCause()));
    }
  }

  @Override
  public Checkpoints part(String name) {
    return new RunCheckpoints(kept.part(name), folder.resolve(name), run, time);
  }
}
