package org.recsys4j.eval.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recsys4j.api.DatasetStore;
import org.recsys4j.api.Progress;
import org.recsys4j.api.ReadContext;
import org.recsys4j.api.data.Dataset;
import org.recsys4j.api.data.InvalidDataException;
import org.recsys4j.eval.experiment.PreparedCache.Limits;

class PreparedCacheTest {
  private static final Limits ALL = new Limits(0, Long.MAX_VALUE);

  @TempDir private Path folder;
  private final MemoryStore store = new MemoryStore();
  private final List<String> warnings = new ArrayList<>();

  /** Files of ten bytes, whose content is in memory. */
  private static final class MemoryStore implements DatasetStore {
    final Map<Path, Stored> written = new HashMap<>();
    int reads;

    @Override
    public void write(Dataset dataset, String notes, Path file) throws IOException {
      Files.createDirectories(file.getParent());
      Files.write(file, new byte[10]);
      written.put(file, new Stored(dataset, notes));
    }

    @Override
    public Stored read(Path file) throws IOException {
      if (!Files.exists(file)) {
        throw new NoSuchFileException(file.toString());
      }
      if (Files.size(file) != 10) {
        throw new InvalidDataException(file + ": damaged");
      }
      reads++;
      return written.get(file);
    }
  }

  private PreparedData get(Limits limits, Instant now, String... overrides) {
    PreparedCache cache =
        new PreparedCache(folder.resolve("cache"), store, limits, Clock.fixed(now, ZoneOffset.UTC));
    ExperimentConfig config = new Harness(folder).config("{ name = noise }", overrides);
    warnings.clear();
    return cache.get(config.data(), config.seed(), new ReadContext(Progress.SILENT, warnings::add));
  }

  private PreparedData get(String... overrides) {
    return get(ALL, Instant.now(), overrides);
  }

  @Test
  void givesWhatWasKeptWithItsNumbersAndWarnings() {
    PreparedData first = get();
    assertThat(store.reads).isZero();
    PreparedData second = get();
    assertThat(store.reads).isEqualTo(1);
    assertThat(second).isEqualTo(first);
    assertThat(second.steps()).hasSize(2);
    assertThat(warnings).containsExactly("the grid is made up");
  }

  @Test
  void looksForAnotherFileWhenAnythingDiffers() throws IOException {
    get();
    get("experiment.data.source={name=grid,options{users=31}}");
    get("experiment.data.prepare=[]");
    get("experiment.data.prepare=[{first-users{users=24}}]");
    get("experiment.seed=7"); // preparations may be random
    Path input = Files.createDirectory(folder.resolve("input"));
    String option = "experiment.data.source={name=grid,options{folder=\"" + input + "\"}}";
    get(option);
    Files.writeString(input.resolve("a.csv"), "x");
    get(option);
    Files.setLastModifiedTime(input.resolve("a.csv"), FileTime.fromMillis(12_345));
    get(option);
    assertThat(store.written).hasSize(8);
    assertThat(store.reads).isZero();
  }

  @Test
  void isTheSameForAnotherSplitOrModel() {
    get();
    get("experiment.split.strategy=every-fifth", "experiment.name=other");
    assertThat(store.reads).isEqualTo(1);
    get("experiment.data.prepare=[]", "experiment.seed=1");
    get("experiment.data.prepare=[]", "experiment.seed=2");
    assertThat(store.reads).isEqualTo(2);
  }

  @Test
  void readsSmallDataAnew() {
    Limits many = new Limits(100_000, Long.MAX_VALUE);
    get(many, Instant.now());
    assertThat(store.written).isEmpty();
  }

  @Test
  void readsAnewAndWritesOverWhatIsDamaged() throws IOException {
    PreparedData first = get();
    Path file = store.written.keySet().iterator().next();
    Files.write(file, new byte[3]);
    assertThat(get()).isEqualTo(first);
    assertThat(Files.size(file)).isEqualTo(10);
  }

  @Test
  void removesWhatWasUsedLongestAgo() {
    Limits two = new Limits(0, 25);
    Instant start = Instant.parse("2026-01-01T00:00:00Z");
    Instant future = Instant.now().plusSeconds(1000);
    String b = "experiment.data.source={name=grid,options{users=31}}";
    get(two, start);
    get(two, start, b);
    get(two, start, b); // now b was used in 2026-01, the first one just now
    get(two, future, "experiment.data.source={name=grid,options{users=32}}");
    assertThat(store.written.keySet().stream().filter(Files::exists)).hasSize(2);
    store.reads = 0;
    get(two, future);
    assertThat(store.reads).isEqualTo(1);
  }

  @Test
  void goesOnWhereNothingCanBeKept() throws IOException {
    Files.writeString(folder.resolve("cache"), "a file where the folder should be");
    assertThat(get().steps()).hasSize(2);
    assertThat(warnings).hasSize(2);
    assertThat(warnings.get(1)).startsWith("cannot keep the prepared data: ");
  }
}
