package org.recsys4j.eval.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.recsys4j.api.ReadContext;
import org.recsys4j.api.SplitStore;
import org.recsys4j.api.TrainingData;
import org.recsys4j.api.data.InvalidDataException;
import org.recsys4j.api.data.Split;
import org.recsys4j.api.store.CheckpointFolder;
import org.recsys4j.api.store.Checkpoints;
import org.recsys4j.eval.protocol.Protocol;

/**
 * Where models are tried before a run: the data of an experiment, prepared and split once, its
 * features, and a folder for what the trials leave. Every file is written whole or not at all, and
 * one process at a time works in the folder.
 *
 * <p>Holds the split and the features. Methods that write may be called by many threads.
 */
public final class TrialBench implements AutoCloseable {
  private final ExperimentConfig config;
  private final RunContext context;
  private final RunDirectory directory;
  private final List<String> warnings = Collections.synchronizedList(new ArrayList<>());
  private @Nullable Basis basis;
  private @Nullable FittedFeatures features;

  private TrialBench(ExperimentConfig config, RunContext context, RunDirectory directory) {
    this.config = config;
    this.context = context;
    this.directory = directory;
  }

  /**
   * Makes a folder, hidden until {@link #publish}.
   *
   * @param config whose data, split and features they are
   * @param context the circumstances
   * @return a bench, not yet prepared
   * @throws RunFailedException if nothing can be written there
   */
  public static TrialBench begin(ExperimentConfig config, RunContext context) {
    return new TrialBench(
        config,
        context,
        RunDirectory.begin(context.out(), config.name(), context.clock().instant()));
  }

  /**
   * Takes the folder that another process left.
   *
   * @param folder the folder
   * @param started when that process began
   * @param config whose data, split and features they are
   * @param context the circumstances
   * @return a bench, not yet prepared
   * @throws UnusableRunException if that process still runs
   * @throws RunFailedException if nothing can be written there
   */
  public static TrialBench reopen(
      Path folder, Instant started, ExperimentConfig config, RunContext context) {
    return new TrialBench(config, context, RunDirectory.reopen(folder, config.name(), started));
  }

  /**
   * Reads, prepares and splits the data, and fits the features.
   *
   * @param store writes the split
   * @throws InvalidDataException if the data are wrong
   */
  public void prepare(SplitStore store) {
    ReadContext reading = new ReadContext(context.progress(), this::warn);
    basis = Basis.make(config, reading, context.cache(), store, directory);
    fitFeatures();
  }

  /**
   * Takes the split from the folder, and fits the features again.
   *
   * @param store reads the split
   * @param setting what {@link #setting} was before, as JSON
   * @throws InvalidDataException if the split cannot be read, or is not what it was
   * @throws UnusableRunException if the features are not what they were
   */
  public void prepare(SplitStore store, JsonNode setting) {
    SortedMap<String, String> files = new TreeMap<>();
    setting
        .path("split-checksums")
        .properties()
        .forEach(file -> files.put(file.getKey(), file.getValue().asText()));
    String checksum = setting.path("data-checksum").asText();
    basis = Basis.saved(path().resolve(Basis.FOLDER), files, checksum, List.of(), store);
    fitFeatures();
    if (!Json.line(setting()).equals(setting.toString())) {
      throw new UnusableRunException(
          "the features are not those that the trials in "
              + path()
              + " were made with: a file that they are made of has changed");
    }
  }

  private void fitFeatures() {
    features = FittedFeatures.fit(config.features(), split(), context.progress());
  }

  private Split split() {
    return Objects.requireNonNull(basis, "not prepared").split();
  }

  /**
   * What all trials have in common.
   *
   * @return checksums of data, split and features
   */
  public Map<String, @Nullable Object> setting() {
    Basis made = Objects.requireNonNull(basis, "not prepared");
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    tree.put("data-checksum", made.dataChecksum());
    tree.put("split-checksums", made.files());
    tree.put("features", Objects.requireNonNull(features).tree());
    return tree;
  }

  /**
   * What computes here.
   *
   * @return versions and hardware
   */
  public Map<String, @Nullable Object> machine() {
    Map<String, Object> versions = Machine.versions();
    versions.putAll(context.software().get());
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    tree.put("versions", versions);
    tree.put("machine", Machine.hardware(context.workers().threads()));
    return tree;
  }

  /**
   * What models learn from.
   *
   * @return the training part, with features
   */
  public TrainingData training() {
    return split().trainingData().withFeatures(Objects.requireNonNull(features).matrices());
  }

  /**
   * What trials are measured on.
   *
   * @return the validation part, ranked in full; there may be nobody to evaluate
   */
  public Protocol validation() {
    return Protocol.validation(split(), config.evaluate().rules());
  }

  /**
   * What a run is measured on. Only an experiment that says that it wants to know it before the end
   * has a use for this.
   *
   * @return the test part, with the candidates of the experiment
   */
  public Protocol test() {
    return Protocol.test(split(), config.evaluate().rules());
  }

  /**
   * The folder.
   *
   * @return where it is now
   */
  public Path path() {
    return directory.path();
  }

  /** Gives the folder its name, which tells that it is one of trials, unless it has it. */
  public void publish() {
    directory.publishAs("tuning");
  }

  /**
   * Writes a tree as JSON.
   *
   * @param file below the folder
   * @param tree maps, lists, texts and numbers
   * @throws RunFailedException if it cannot be written
   * @throws CancellationException if the bench is closed
   */
  public void write(String file, Map<String, ? extends @Nullable Object> tree) {
    directory.write(file, Json.content(tree));
  }

  /**
   * Writes a text, in UTF-8.
   *
   * @param file below the folder
   * @param text the text
   * @throws RunFailedException if it cannot be written
   * @throws CancellationException if the bench is closed
   */
  public void write(String file, String text) {
    directory.write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
  }

  /**
   * Takes a file or folder away, if it is there.
   *
   * @param file below the folder
   */
  public void remove(String file) {
    directory.remove(file);
  }

  /**
   * Moves a folder out of the way.
   *
   * @param found a folder anywhere below the folder
   * @param file the folder, below the folder, to move it into
   * @return where it is now
   * @throws RunFailedException if it cannot be moved
   */
  public Path putAside(Path found, String file) {
    Path target = path().resolve(file).resolve(found.getFileName());
    try {
      Files.createDirectories(target.resolveSibling(""));
      return Files.move(found, target);
    } catch (IOException e) {
      throw RunFailedException.cannotWrite(target, e);
    }
  }

  /**
   * The checkpoints of a training.
   *
   * @param file a folder below the folder
   * @return checkpoints that end the bench where the disk is full
   */
  public Checkpoints checkpoints(String file) {
    Path kept = path().resolve(file);
    return new RunCheckpoints(
        new CheckpointFolder(kept, this::warn), kept, directory, new FitTime());
  }

  /**
   * A label as the name of a folder.
   *
   * @param label any label of a model
   * @return one path element, as in run directories
   */
  public static String folder(String label) {
    return ModelFolder.of(label);
  }

  /**
   * Tells a failure of a model in one line. Throws it where it is not the model's own: an
   * interruption, a full disk.
   *
   * @param label the model's label
   * @param failure what its training threw
   * @return the message
   */
  public static String failure(String label, Throwable failure) {
    ModelFailure.rethrowUnlessOfModel(failure);
    return ModelFailure.message(label, failure);
  }

  /**
   * Whether a failure of a model may pass: whether it lies with the machine, as want of memory and
   * files that cannot be read do, and not with data, options and seed, with which it would come
   * again.
   *
   * @param failure what its training threw
   * @return whether another attempt makes sense
   */
  public static boolean mayPass(Throwable failure) {
    return ModelFailure.mayPass(failure);
  }

  /**
   * Takes a warning, and tells it at once.
   *
   * @param warning a line
   */
  public void warn(String warning) {
    warnings.add(warning);
    context.notices().accept(warning);
  }

  /**
   * What was warned of so far.
   *
   * @return the lines
   */
  public List<String> warnings() {
    synchronized (warnings) {
      return List.copyOf(warnings);
    }
  }

  /**
   * Where the folder is, if it is there to stay.
   *
   * @return the folder, empty before {@link #publish}
   */
  public Optional<Path> published() {
    return directory.isPublished() ? Optional.of(directory.path()) : Optional.empty();
  }

  /** Ends the work: nothing is written afterwards, and an unpublished folder goes. */
  @Override
  public void close() {
    directory.close();
  }
}
