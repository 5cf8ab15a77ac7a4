package org.recsys4j.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recsys4j.api.concurrent.Workers;
import org.recsys4j.api.random.SeedTree;
import org.recsys4j.api.store.CheckpointFolder;
import org.recsys4j.api.store.Checkpoints;

class FitContextTest {
  @Test
  void withoutAnExperimentNothingIsKept() {
    assertThat(FitContext.of(1, new Workers(1)).checkpoints()).isSameAs(Checkpoints.NONE);
  }

  @Test
  void partsHaveSeedsAndCheckpointsOfTheirOwn(@TempDir Path folder) {
    FitContext whole =
        FitContext.of(1, new Workers(1))
            .withCheckpoints(new CheckpointFolder(folder, warning -> {}));
    FitContext part = whole.part("gmf");

    assertThat(part.seeds()).isEqualTo(new SeedTree(1).child("gmf"));
    assertThat(part.workers()).isSameAs(whole.workers());
    part.checkpoints().save(1, out -> out.text("of", "gmf"));
    whole.checkpoints().save(1, out -> out.text("of", "whole"));
    StringBuilder found = new StringBuilder();
    part.checkpoints().load(in -> found.append(in.text("of")));
    whole.part("mlp").checkpoints().load(in -> found.append("nothing is there"));
    assertThat(found).hasToString("gmf");
  }
}
