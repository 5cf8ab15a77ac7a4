package org.recsys4j.models.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recsys4j.api.store.ModelReader;
import org.recsys4j.api.store.ModelWriter;

class JoinedFloatsTest {
  private static final int CHUNK = 1 << 22;

  @TempDir Path folder;

  private Path saved(List<float[]> arrays) throws IOException {
    Path file = folder.resolve("arrays.npz");
    try (ModelWriter out = new ModelWriter(Files.newOutputStream(file))) {
      JoinedFloats.save(arrays, out);
    }
    return file;
  }

  private static List<float[]> arrays(int... lengths) {
    return Arrays.stream(lengths)
        .mapToObj(
            length -> {
              float[] array = new float[length];
              for (int i = 0; i < length; i++) {
                array[i] = i * 0.37f + length;
              }
              return array;
            })
        .toList();
  }

  private void comesBack(int entries, int... lengths) throws IOException {
    List<float[]> expected = arrays(lengths);
    Path file = saved(expected);
    List<float[]> actual = expected.stream().map(array -> new float[array.length]).toList();
    try (ModelReader in = new ModelReader(file)) {
      JoinedFloats.load(actual, in);
    }
    assertThat(actual.toArray(float[][]::new)).isDeepEqualTo(expected.toArray(float[][]::new));
    try (ZipFile zip = new ZipFile(file.toFile())) {
      assertThat(zip.size()).isEqualTo(entries);
    }
  }

  @Test
  void arraysOfAnyLengthsComeBack() throws IOException {
    comesBack(0);
    comesBack(0, 0, 0);
    comesBack(1, 3, 0, 1);
    comesBack(1, CHUNK);
    comesBack(2, CHUNK - 1, 3);
    comesBack(3, 5, 2 * CHUNK, 1);
    comesBack(1, IntStream.generate(() -> 8).limit(10_000).toArray());
  }

  @Test
  void arraysThatAreNotAlikeAreRefused() throws IOException {
    Path file = saved(arrays(3, 4));
    try (ModelReader in = new ModelReader(file)) {
      assertThatIOException().isThrownBy(() -> JoinedFloats.load(arrays(3, 5), in));
      assertThatIOException().isThrownBy(() -> JoinedFloats.load(arrays(3), in));
      assertThatIOException().isThrownBy(() -> JoinedFloats.load(arrays(CHUNK, 7), in));
    }
  }
}
