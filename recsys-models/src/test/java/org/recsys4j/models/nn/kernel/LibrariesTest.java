package org.recsys4j.models.nn.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LibrariesTest {
  @Test
  void everyLibraryHasItsVersion() {
    assertThat(Libraries.versions()).containsOnlyKeys("deeplearning4j", "javacpp", "nd4j");
    assertThat(Libraries.versions().values()).allMatch(it -> it.matches("\\d+\\.\\d+\\.\\d.*"));
  }
}
