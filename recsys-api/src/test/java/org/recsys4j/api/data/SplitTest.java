package org.recsys4j.api.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.recsys4j.api.TrainingData;
import org.recsys4j.api.data.Split.Part;

class SplitTest {
  private static Dataset dataset(boolean times) {
    return Dataset.of(
        new EventLog.Builder(times)
            .add("a", "x", 1, 3)
            .add("b", "y", 2, 2)
            .add("a", "y", 3, 1)
            .add("b", "z", 4, 4)
            .add("a", "x", 5, 5)
            .build());
  }

  @Test
  void everyEventGoesToItsPart() {
    Dataset dataset = dataset(true);
    // Positions: a: y@1, x@3, x@5; b: y@2, z@4.
    Part[] parts = {Part.TRAIN, Part.TEST, Part.NONE, Part.VALIDATION, Part.TRAIN};
    Split split = Split.assign(dataset, position -> parts[position]);
    assertThat(split.train())
        .isEqualTo(
            Interactions.of(
                2,
                3,
                new int[] {0, 1},
                new int[] {1, 2},
                new float[] {3, 4},
                new long[] {1, 4},
                2));
    assertThat(split.validation().size()).isEqualTo(1);
    assertThat(split.validation().item(split.validation().start(1))).isEqualTo(1);
    assertThat(split.test().count(0)).isEqualTo(1);
    assertThat(split.test().time(0)).isEqualTo(3);
    assertThat(split.trainingData())
        .isEqualTo(new TrainingData(dataset.catalogue(), split.train()));
  }

  @Test
  void nobodyLearnsFromFoldInEvents() {
    Dataset dataset = dataset(true);
    // Positions: a: y@1, x@3, x@5; b: y@2, z@4.
    Part[] parts = {Part.TRAIN, Part.FOLD_IN, Part.TEST, Part.FOLD_IN, Part.TEST};
    Split split = Split.assign(dataset, position -> parts[position]);
    assertThat(split.trainingData().interactions().size()).isEqualTo(1);
    assertThat(split.foldIn().count(0)).isEqualTo(1);
    assertThat(split.foldIn().time(split.foldIn().start(0))).isEqualTo(3);
    assertThat(split.foldIn().item(split.foldIn().start(1))).isEqualTo(1);
    assertThat(split.isFoldedIn(0)).as("learned from, too").isFalse();
    assertThat(split.isFoldedIn(1)).isTrue();
    CandidateLists lists = new CandidateLists.Builder().add(0, 1).build(2, 3);
    Split sampled = split.withCandidates(Optional.of(lists));
    assertThat(sampled.foldIn()).isEqualTo(split.foldIn());
    assertThat(sampled.candidates()).contains(lists);
  }

  @Test
  void partsMayBeEmpty() {
    Dataset dataset = dataset(false);
    Split split = Split.assign(dataset, position -> Part.TRAIN);
    assertThat(split.train()).isEqualTo(dataset.interactions());
    assertThat(split.validation()).isEqualTo(Interactions.none(2, 3)).isEqualTo(split.test());
    assertThat(split.foldIn()).isEqualTo(split.test());
    assertThat(split)
        .isEqualTo(new Split(split.catalogue(), split.train(), split.validation(), split.test()));
  }

  @Test
  void trainingDataFitTheirCatalogue() {
    Catalogue catalogue = new Catalogue(IdIndex.of(List.of("a")), IdIndex.of(List.of("x", "y")));
    TrainingData data = new TrainingData(catalogue, Interactions.none(1, 2));
    assertThat(data.users()).isEqualTo(1);
    assertThat(data.items()).isEqualTo(2);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TrainingData(catalogue, Interactions.none(1, 3)))
        .withMessage("interactions of 1 users and 3 items do not fit a catalogue of 1 and 2");
  }
}
