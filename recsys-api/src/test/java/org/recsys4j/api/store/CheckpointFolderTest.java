package org.recsys4j.api.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointFolderTest {
  @TempDir Path temporary;
  private final List<String> warnings = new ArrayList<>();
  private Path folder;

  @BeforeEach
  void folder() {
    folder = temporary.resolve("model/checkpoints");
  }

  /** As a process that was just started sees them. */
  private CheckpointFolder opened() {
    return new CheckpointFolder(folder, warnings::add);
  }

  private static void save(Checkpoints checkpoints, int epoch) {
    checkpoints.save(epoch, out -> out.ints("state", new int[] {epoch, 7}, 2));
  }

  private static OptionalInt load(Checkpoints checkpoints) {
    List<Integer> found = new ArrayList<>();
    boolean any = checkpoints.load(in -> found.add(in.ints("state", 2)[0]));
    assertThat(any).isEqualTo(!found.isEmpty());
    return found.stream().mapToInt(state -> state).findFirst();
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  private Path file(int epoch) throws IOException {
    return files().stream()
        .filter(file -> file.getFileName().toString().startsWith("epoch-000" + epoch + "-"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void nothingIsThereInTheBeginning() {
    assertThat(load(opened())).isEmpty();
    assertThat(folder).doesNotExist();
    assertThat(warnings).isEmpty();
  }

  @Test
  void theNewestIsGivenAndTheOneBeforeIsKept() throws IOException {
    CheckpointFolder checkpoints = opened();
    for (int epoch = 1; epoch <= 4; epoch++) {
      save(checkpoints, epoch);
      assertThat(load(opened())).hasValue(epoch);
    }
    assertThat(files()).containsExactly(file(3), file(4));
    assertThat(warnings).isEmpty();
  }

  @Test
  void theOneThatTrainingWentOnFromIsTheOneBefore() throws IOException {
    CheckpointFolder first = opened();
    save(first, 1);
    save(first, 2);

    CheckpointFolder second = opened();
    assertThat(load(second)).hasValue(2);
    save(second, 3);

    assertThat(files()).containsExactly(file(2), file(3));
  }

  /** Every length that is too short, every byte with another bit, and a byte too many. */
  @Test
  void anyDamageIsSeenAndTheOneBeforeIsUsed() throws IOException {
    CheckpointFolder checkpoints = opened();
    save(checkpoints, 1);
    save(checkpoints, 2);
    Path newest = file(2);
    byte[] whole = Files.readAllBytes(newest);
    List<byte[]> damaged = new ArrayList<>();
    for (int i = 0; i < whole.length; i++) {
      damaged.add(Arrays.copyOf(whole, i));
      byte[] flipped = whole.clone();
      flipped[i] ^= (byte) (1 << (i & 7));
      damaged.add(flipped);
    }
    damaged.add(Arrays.copyOf(whole, whole.length + 1));
    for (byte[] content : damaged) {
      Files.write(newest, content);
      warnings.clear();
      assertThat(load(opened())).hasValue(1);
      assertThat(warnings)
          .containsExactly(
              newest
                  + " is damaged (its SHA-256 is not the one in its name);"
                  + " training goes on after epoch 1");
    }
  }

  @Test
  void theDamagedOneGoesWithTheNextAndTheWholeOneStays() throws IOException {
    CheckpointFolder first = opened();
    save(first, 1);
    save(first, 2);
    Files.write(file(2), new byte[] {'P', 'K'});

    CheckpointFolder second = opened();
    assertThat(load(second)).hasValue(1);
    second.save(2, out -> out.ints("state", new int[] {2, 8}, 2));

    assertThat(files()).containsExactly(file(1), file(2));
    warnings.clear();
    assertThat(load(opened())).hasValue(2);
    assertThat(warnings).isEmpty();
  }

  @Test
  void whereAllAreDamagedTrainingStartsAnew() throws IOException {
    save(opened(), 1);
    Files.write(file(1), new byte[0]);

    assertThat(load(opened())).isEmpty();
    assertThat(warnings).singleElement().asString().endsWith("; training starts anew");
  }

  @Test
  void whatAKillLeftHalfWrittenIsNotLookedAt() throws IOException {
    CheckpointFolder checkpoints = opened();
    save(checkpoints, 1);
    assertThatThrownBy(
            () ->
                checkpoints.save(
                    2,
                    out -> {
                      out.ints("state", new int[] {2, 7}, 2);
                      throw new IOException("killed");
                    }))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessage("cannot write a checkpoint to " + folder)
        .hasRootCauseMessage("killed");

    assertThat(load(opened())).hasValue(1);
    assertThat(warnings).isEmpty();
    save(checkpoints, 2);
    assertThat(files()).containsExactly(file(1), file(2));
  }

  @Test
  void wholeCheckpointOfAnotherModelEndsWithItsFile() throws IOException {
    opened().save(1, out -> out.ints("state", new int[3], 3));

    assertThatThrownBy(() -> load(opened()))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessage("cannot go on from a checkpoint; without " + folder + " training starts anew")
        .cause()
        .hasMessageContainingAll(file(1).toString(), "has the shape [3], not [2]");
  }

  @Test
  void partsDoNotDisturbEachOther() throws IOException {
    CheckpointFolder checkpoints = opened();
    Checkpoints part = checkpoints.part("gmf");
    save(part, 9);
    for (int epoch = 1; epoch <= 3; epoch++) {
      save(checkpoints, epoch);
    }

    assertThat(load(opened())).hasValue(3);
    assertThat(load(opened().part("gmf"))).hasValue(9);
    assertThat(load(opened().part("mlp"))).isEmpty();
    for (String name : List.of("", "..", "a/b", "-a", "ä")) {
      assertThatIllegalArgumentException().isThrownBy(() -> checkpoints.part(name));
    }
  }

  /** The flag of an interrupted thread must not cost the epoch that is behind. */
  @Test
  void interruptedThreadsCanSave() {
    Thread.currentThread().interrupt();
    save(opened(), 1);
    assertThat(Thread.interrupted()).isTrue();
    assertThat(load(opened())).hasValue(1);
  }

  @Test
  void noneKeepsNothing() {
    save(Checkpoints.NONE, 1);
    assertThat(load(Checkpoints.NONE)).isEmpty();
    assertThat(load(Checkpoints.NONE.part("a"))).isEmpty();
  }
}
