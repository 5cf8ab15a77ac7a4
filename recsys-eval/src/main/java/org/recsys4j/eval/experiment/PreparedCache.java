package org.recsys4j.eval.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.recsys4j.api.DatasetStore;
import org.recsys4j.api.ReadContext;
import org.recsys4j.api.data.InvalidDataException;

/**
 * Prepared data sets of earlier runs, each in a file that is named by what it was made of: the
 * source and its options, size and time of every file that it read, the preparations with their
 * options and seeds, and the program itself. Whatever changes, another file is looked for.
 *
 * <p>Data of fewer than a given number of events are read again each time, which is quick. All
 * files together stay below a given size; those that were used longest ago go first. A file that is
 * damaged or cannot be written costs time and nothing else. Several processes may use one folder.
 */
public final class PreparedCache {
  private static final String SUFFIX = ".dataset";

  /** With what a process has left that was killed while it wrote. */
  private static final String OURS = "*{.dataset,.dataset.tmp}";

  private final Path folder;
  private final DatasetStore store;
  private final Limits limits;
  private final Clock clock;

  /**
   * What is kept.
   *
   * @param leastEvents of how many events on a data set is kept, counted as the source gives them
   * @param mostBytes how large all files may be together
   */
  public record Limits(int leastEvents, long mostBytes) {
    /** A million events, ten gibibytes. */
    public static final Limits USUAL = new Limits(1_000_000, 10L << 30);
  }

  /**
   * A folder of data sets; nothing is touched yet.
   *
   * @param folder made when the first one is kept
   * @param store writes and reads them
   * @param limits what is kept
   * @param clock tells when a file was used
   */
  public PreparedCache(Path folder, DatasetStore store, Limits limits, Clock clock) {
    this.folder = folder;
    this.store = store;
    this.limits = limits;
    this.clock = clock;
  }

  /** Takes prepared data from here, or reads, prepares and keeps them. */
  PreparedData get(ExperimentConfig.Data data, long seed, ReadContext context) {
    Optional<Path> file = PreparedKey.of(data, seed).map(key -> folder.resolve(key + SUFFIX));
    Optional<Kept> kept = file.flatMap(this::find);
    kept.ifPresent(it -> it.warnings().forEach(context.warnings()));
    return kept.map(Kept::data).orElseGet(() -> make(data, seed, context, file));
  }

  private record Kept(PreparedData data, List<String> warnings) {}

  private PreparedData make(
      ExperimentConfig.Data source, long seed, ReadContext context, Optional<Path> file) {
    List<String> warnings = new ArrayList<>();
    ReadContext listening =
        new ReadContext(context.progress(), context.warnings().andThen(warnings::add));
    PreparedData data = PreparedData.of(source, seed, listening);
    if (file.isPresent() && data.steps().get(0).events() >= limits.leastEvents()) {
      try {
        store.write(data.dataset(), notes(data, warnings), file.get());
        prune();
      } catch (IOException e) {
        context.warnings().accept("cannot keep the prepared data: " + IoReason.withFile(e));
      }
    }
    return data;
  }

  private static String notes(PreparedData data, List<String> warnings) {
    Map<String, Object> notes = new LinkedHashMap<>();
    notes.put("checksum", data.checksum());
    notes.put("warnings", warnings);
    notes.put(
        "steps",
        data.steps().stream()
            .map(step -> List.of(step.name(), step.events(), step.users(), step.items()))
            .toList());
    return Json.line(notes);
  }

  private Optional<Kept> find(Path file) {
    try {
      DatasetStore.Stored stored = store.read(file);
      Files.setLastModifiedTime(file, FileTime.from(clock.instant()));
      JsonNode notes = new ObjectMapper().readTree(stored.notes().getBytes(StandardCharsets.UTF_8));
      List<String> warnings = new ArrayList<>();
      notes.path("warnings").forEach(it -> warnings.add(it.asText()));
      List<DataStep> steps = new ArrayList<>();
      notes
          .path("steps")
          .forEach(
              it ->
                  steps.add(
                      new DataStep(
                          it.path(0).asText(),
                          it.path(1).asInt(),
                          it.path(2).asInt(),
                          it.path(3).asInt())));
      return Optional.of(
          new Kept(
              new PreparedData(
                  stored.dataset(), notes.path("checksum").asText(), List.copyOf(steps)),
              warnings));
    } catch (IOException | InvalidDataException e) {
      return Optional.empty(); // not there, or read anew and written over
    }
  }

  /** Removes what was used longest ago until the rest is small enough. */
  private void prune() throws IOException {
    List<Used> oldestFirst = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, OURS)) {
      for (Path file : files) {
        oldestFirst.add(new Used(file, Files.getLastModifiedTime(file), Files.size(file)));
      }
    }
    oldestFirst.sort(Comparator.comparing(Used::time));
    long bytes = oldestFirst.stream().mapToLong(Used::bytes).sum();
    for (Used file : oldestFirst) {
      if (bytes > limits.mostBytes()) {
        bytes -= file.bytes();
        Files.deleteIfExists(file.path());
      }
    }
  }

  private record Used(Path path, FileTime time, long bytes) {}
}
