package org.recsys4j.models.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.mockito.Mockito;
import org.recsys4j.api.EpochReport;
import org.recsys4j.api.FitContext;
import org.recsys4j.api.Progress;
import org.recsys4j.api.Recommender;
import org.recsys4j.api.Validation;
import org.recsys4j.api.concurrent.Workers;
import org.recsys4j.api.random.SeedTree;
import org.recsys4j.api.store.CheckpointFolder;
import org.recsys4j.api.store.ModelReader;
import org.recsys4j.api.store.ModelWriter;

/** A training that is killed anywhere, any number of times, ends like one that is not. */
class EpochLoopResumeTest {
  private static final int EPOCHS = 6;
  private static final Recommender SNAPSHOT = Mockito.mock(Recommender.class);

  @TempDir Path folder;
  private final List<String> warnings = new ArrayList<>();

  /** Each epoch depends on the parameter and the moment that all epochs before it left. */
  private static final class Chained implements Trainable {
    private final float[] parameter = {1};
    private final ParameterCopy copy = new ParameterCopy(parameter);
    private final BitSet kills;
    private long moment = 7;

    Chained(BitSet kills) {
      this.kills = kills;
    }

    @Override
    public void train(EpochMeter meter) {
      moment = SeedTree.mix(moment ^ SeedTree.mix(meter.epoch()) ^ (long) parameter[0]);
      parameter[0] = moment & 0xff;
      meter.add(parameter[0], 3);
      if (kills.get(meter.epoch())) {
        kills.clear(meter.epoch());
        throw new CancellationException("killed in epoch " + meter.epoch());
      }
    }

    @Override
    public Recommender snapshot() {
      return SNAPSHOT;
    }

    @Override
    public void keep() {
      copy.keep();
    }

    @Override
    public void restore() {
      copy.restore();
    }

    @Override
    public void save(ModelWriter out) throws IOException {
      copy.save(out.part("parameter"));
      out.longs("moment", new long[] {moment});
    }

    @Override
    public void load(ModelReader in) throws IOException {
      copy.load(in.part("parameter"));
      moment = in.longs("moment")[0];
    }

    @Override
    public boolean finite() {
      return copy.finite();
    }
  }

  /** Measures a digest of the parameter, so that the best epoch is anywhere. */
  private record Digest(Chained model, boolean higherIsBetter) implements Validation {
    @Override
    public String label() {
      return "X@10";
    }

    @Override
    public double measure(Recommender snapshot) {
      return (SeedTree.mix((long) model.parameter[0]) & 0xffff) / 65536.0;
    }
  }

  /** What is left of a training, but for times. */
  private record Result(TrainingOutcome outcome, float parameter, List<EpochReport> reports) {}

  private Result train(EpochPlan plan, boolean higher, BitSet kills, Path checkpoints) {
    while (true) {
      Chained model = new Chained(kills);
      List<EpochReport> reports = new ArrayList<>();
      FitContext context =
          new FitContext(
              "m",
              new SeedTree(1),
              new Workers(1),
              Optional.of(new Digest(model, higher)),
              Progress.SILENT,
              it ->
                  reports.add(
                      new EpochReport(it.epoch(), it.loss(), it.validation(), it.examples(), 0)),
              new CheckpointFolder(checkpoints, warnings::add));
      try {
        TrainingOutcome outcome = new EpochLoop(plan, context).run(model);
        return new Result(outcome, model.parameter[0], reports);
      } catch (CancellationException e) {
        assertThat(e).hasMessageStartingWith("killed in epoch");
      }
    }
  }

  static Stream<EpochPlan> plans() {
    return Stream.of(
        new EpochPlan(EPOCHS, 0, 1), // nothing is measured
        new EpochPlan(EPOCHS, EPOCHS, 1), // the best epoch is somewhere in the middle
        new EpochPlan(EPOCHS, 1, 1), // it stops early
        new EpochPlan(EPOCHS, 2, 2));
  }

  @ParameterizedTest
  @MethodSource("plans")
  void killedInAnyEpochItEndsAlike(EpochPlan plan) {
    boolean higher = plan.validateEvery() == 1;
    Result expected = train(plan, higher, new BitSet(), folder.resolve("uninterrupted"));
    for (int epoch = 1; epoch <= EPOCHS; epoch++) {
      BitSet kills = new BitSet();
      kills.set(epoch);
      Result actual = train(plan, higher, kills, folder.resolve("killed-" + epoch));
      assertThat(actual).as("killed in epoch " + epoch).isEqualTo(expected);
    }
    BitSet all = new BitSet();
    all.set(1, EPOCHS + 1);
    assertThat(train(plan, higher, all, folder.resolve("all"))).isEqualTo(expected);
    assertThat(warnings).isEmpty();
  }

  @Test
  void theBestEpochIsNotTheLastOneInThePlansAbove() {
    EpochPlan plan = new EpochPlan(EPOCHS, EPOCHS, 1);
    Result result = train(plan, true, new BitSet(), folder);
    assertThat(result.outcome().bestEpoch()).isBetween(2, EPOCHS - 1);
    assertThat(result.outcome().epochs()).isEqualTo(EPOCHS);
    assertThat(train(new EpochPlan(EPOCHS, 1, 1), true, new BitSet(), folder.resolve("early")))
        .extracting(it -> it.outcome().epochs())
        .asInstanceOf(InstanceOfAssertFactories.INTEGER)
        .isLessThan(EPOCHS);
  }

  /** Such as the first of two trainings, when the process was killed in the second. */
  @Test
  void finishedTrainingIsNotRepeated() {
    EpochPlan plan = new EpochPlan(EPOCHS, 2, 1);
    Result expected = train(plan, true, new BitSet(), folder);
    BitSet never = new BitSet();
    never.set(1, EPOCHS + 1);
    assertThat(train(plan, true, never, folder)).isEqualTo(expected);
    assertThat(never.cardinality()).as("no epoch was run").isEqualTo(EPOCHS);
  }

  @ParameterizedTest
  @CsvSource({"truncated, 1", "truncated, 4", "flipped, 2", "flipped, 5"})
  void damagedCheckpointCostsOneEpochAndChangesNothing(String damage, int epoch)
      throws IOException {
    EpochPlan plan = new EpochPlan(EPOCHS, EPOCHS, 1);
    Result expected = train(plan, true, new BitSet(), folder.resolve("uninterrupted"));
    Path checkpoints = folder.resolve("killed");
    BitSet kills = new BitSet();
    kills.set(epoch + 1);
    Chained model = new Chained(kills);
    FitContext context =
        FitContext.of(1, new Workers(1))
            .withValidation(new Digest(model, true))
            .withCheckpoints(new CheckpointFolder(checkpoints, warnings::add));
    assertThatThrownBy(() -> new EpochLoop(plan, context).run(model))
        .isInstanceOf(CancellationException.class);
    Path newest = newest(checkpoints);
    byte[] bytes = Files.readAllBytes(newest);
    if (damage.equals("truncated")) {
      Files.write(newest, Arrays.copyOf(bytes, bytes.length / 2));
    } else {
      bytes[bytes.length / 2] ^= 4;
      Files.write(newest, bytes);
    }

    assertThat(train(plan, true, new BitSet(), checkpoints)).isEqualTo(expected);
    assertThat(warnings)
        .singleElement()
        .asString()
        .startsWith(newest + " is damaged")
        .endsWith(epoch == 1 ? "starts anew" : "goes on after epoch " + (epoch - 1));
  }

  private static Path newest(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().reduce((a, b) -> b).orElseThrow();
    }
  }

  @Test
  void checkpointOfAnotherModelIsRefused() {
    new CheckpointFolder(folder, warnings::add)
        .save(1, out -> out.part("record").doubles("loss", new double[] {0.5}, 1));
    assertThatThrownBy(() -> train(new EpochPlan(2, 0, 1), true, new BitSet(), folder))
        .isInstanceOf(UncheckedIOException.class)
        .hasRootCauseInstanceOf(IOException.class)
        .hasMessageContaining(folder.toString());
  }

  @Test
  void losesNothingOfAReport() throws IOException {
    TrainingRecord record = new TrainingRecord(true);
    record.add(new EpochReport(1, 0.1, OptionalDouble.of(0.3), 1L << 40, 1.25));
    record.add(new EpochReport(2, 1 / 3.0, OptionalDouble.empty(), 0, Double.MIN_VALUE));
    Path file = folder.resolve("record.npz");
    try (ModelWriter out = new ModelWriter(Files.newOutputStream(file))) {
      record.save(out);
    }
    TrainingRecord loaded = new TrainingRecord(true);
    try (ModelReader in = new ModelReader(file)) {
      loaded.load(in);
    }
    assertThat(loaded.reports()).isEqualTo(record.reports());
    assertThat(loaded.bestEpoch()).isEqualTo(1);
    assertThat(loaded.worse()).isZero();
  }
}
