package org.recsys4j.eval.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;
import org.recsys4j.api.TrainingDivergedException;

class ModelFailureTest {
  @Test
  void whatLiesWithTheMachineMayPass() {
    assertThat(ModelFailure.mayPass(new OutOfMemoryError("Java heap space"))).isTrue();
    assertThat(ModelFailure.mayPass(new UnsatisfiedLinkError("no such library"))).isTrue();
    assertThat(ModelFailure.mayPass(new UncheckedIOException(new IOException("disk")))).isTrue();
    assertThat(
            ModelFailure.mayPass(
                new IllegalStateException("a shard failed", new OutOfMemoryError("native"))))
        .as("by its cause")
        .isTrue();
  }

  @Test
  void whatFollowsFromDataOptionsAndSeedComesAgain() {
    assertThat(ModelFailure.mayPass(new TrainingDivergedException("m", 2, "the loss is NaN")))
        .isFalse();
    assertThat(ModelFailure.mayPass(new IllegalArgumentException("heads: 3 does not divide 50")))
        .isFalse();
    assertThat(ModelFailure.mayPass(new NullPointerException())).isFalse();
  }
}
