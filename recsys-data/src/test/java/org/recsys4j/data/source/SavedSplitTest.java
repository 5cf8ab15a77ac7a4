package org.recsys4j.data.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recsys4j.api.ReadContext;
import org.recsys4j.api.data.Dataset;
import org.recsys4j.api.data.EventLog;
import org.recsys4j.api.data.InvalidDataException;
import org.recsys4j.api.data.Split;
import org.recsys4j.api.data.Split.Part;
import org.recsys4j.api.random.SeedTree;
import org.recsys4j.data.Events;
import org.recsys4j.data.candidate.GivenCandidates;
import org.recsys4j.data.candidate.UniformSample;
import org.recsys4j.data.split.GivenSplit;
import org.recsys4j.data.split.TsvSplitStore;

class SavedSplitTest {
  private static final SeedTree SEEDS = new SeedTree(3);

  @TempDir private Path folder;

  private static Dataset dataset(boolean times) {
    SplittableRandom random = SEEDS.random();
    EventLog.Builder log = new EventLog.Builder(times);
    for (int i = 0; i < 300; i++) {
      log.add("u" + random.nextInt(20), "i" + random.nextInt(30), i % 5, random.nextInt(40));
    }
    return Dataset.of(Events.withAttributes(log.build()));
  }

  private Split readBack(Split split) throws IOException {
    new TsvSplitStore().write(split, folder);
    EventLog log = new SavedSplit().read(new SavedSplit.Options(folder), ReadContext.SILENT);
    Dataset dataset = Dataset.of(log);
    Split given = new GivenSplit().split(dataset, new GivenSplit.Options(0), SEEDS);
    return split.candidates().isEmpty()
        ? given
        : given.withCandidates(
            new GivenCandidates().draw(dataset, given, new GivenCandidates.Options(), SEEDS));
  }

  @Test
  void givesTheSplitThatWasSaved() throws IOException {
    for (boolean times : new boolean[] {true, false}) {
      Dataset dataset = dataset(times);
      Split split =
          Split.assign(
              dataset,
              position ->
                  switch (position % 7) {
                    case 0 -> Part.TEST;
                    case 1 -> Part.VALIDATION;
                    case 2 -> Part.FOLD_IN;
                    default -> Part.TRAIN;
                  });
      assertThat(readBack(split)).isEqualTo(split);
      Split sampled =
          split.withCandidates(
              new UniformSample().draw(dataset, split, new UniformSample.Options(4), SEEDS));
      assertThat(readBack(sampled)).isEqualTo(sampled);
    }
  }

  @Test
  void whatWasLeftOutIsNotThere() throws IOException {
    Dataset dataset = dataset(true);
    int first = dataset.interactions().end(0);
    Split split =
        Split.assign(
            dataset,
            position -> position < first ? Part.NONE : position % 3 == 0 ? Part.TEST : Part.TRAIN);
    Split read = readBack(split);
    assertThat(read.train().users()).isEqualTo(split.train().users() - 1);
    assertThat(read.train().size()).isEqualTo(split.train().size());
    assertThat(read.catalogue().users().id(0)).isEqualTo(split.catalogue().users().id(1));
    assertThat(read.test().history(0).size()).isEqualTo(split.test().history(1).size());
    assertThat(read.candidates()).isEqualTo(Optional.empty());
  }

  @Test
  void saysWhatIsMissing() {
    assertThatThrownBy(
            () ->
                new SavedSplit()
                    .read(new SavedSplit.Options(folder.resolve("none")), ReadContext.SILENT))
        .isInstanceOf(InvalidDataException.class)
        .hasMessage(folder.resolve("none") + ": no such folder");
    assertThatThrownBy(
            () -> new SavedSplit().read(new SavedSplit.Options(folder), ReadContext.SILENT))
        .isInstanceOf(InvalidDataException.class)
        .hasMessage(folder + ": holds no finished split (there is no checksums.sha256)");
  }
}
