package org.recsys4j.eval.experiment;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.recsys4j.api.config.ConfigFiles;
import org.recsys4j.api.config.InvalidConfigException;
import org.recsys4j.api.plugin.Plugins;

/**
 * A folder of a series that did not come to its end. {@link SeriesRunner} goes on with it.
 *
 * @param folder the folder, as it was given
 * @param series what is run
 * @param started when the first process began
 * @param manifest {@code series.json}
 */
public record UnfinishedSeries(
    Path folder, ExperimentSeries series, Instant started, JsonNode manifest) {

  /**
   * Whether a folder is one of a series, rather than of a single run.
   *
   * @param folder any folder
   * @return whether a {@link SeriesRunner} left it
   */
  public static boolean isSeries(Path folder) {
    return Files.isRegularFile(folder.resolve(SeriesManifest.FILE));
  }

  /**
   * Opens the folder of a series.
   *
   * @param folder what a {@link SeriesRunner} left
   * @param plugins what the configurations name
   * @return the series; empty if nothing is left to do
   * @throws UnusableRunException if it cannot be gone on with
   * @throws InvalidConfigException if a plug-in is missing or takes other options now
   */
  public static Optional<UnfinishedSeries> open(Path folder, Plugins plugins) {
    Path file = folder.resolve(SeriesManifest.FILE);
    JsonNode manifest = read(file);
    if (manifest.path("status").asText().equals(Options.word(RunManifest.Status.DONE))) {
      return Optional.empty();
    }
    List<ExperimentConfig> runs = new ArrayList<>();
    for (JsonNode configuration : manifest.path("configurations")) {
      runs.add(config(configuration.toString(), file, plugins));
    }
    try {
      return Optional.of(
          new UnfinishedSeries(
              folder,
              new ExperimentSeries(runs),
              Instant.parse(manifest.path("started").asText()),
              manifest));
    } catch (DateTimeParseException e) {
      throw new UnusableRunException(file + " does not say when the series was started");
    }
  }

  private static ExperimentConfig config(String configuration, Path file, Plugins plugins) {
    if (configuration.contains("\"" + Options.HIDDEN + "\"")) {
      throw new UnusableRunException(
          file + " hides a secret that the runs need; run the experiment file again");
    }
    // Runs that have their split need no data; those that do not say what is missing themselves.
    return ExperimentReader.saved(
        ConfigFiles.parse(configuration, file.toString()), false, plugins);
  }

  private static JsonNode read(Path file) {
    try {
      JsonNode manifest = new ObjectMapper().readTree(file.toFile());
      if (manifest.path("format").asInt() != SeriesManifest.FORMAT) {
        throw new UnusableRunException(file + " is not of format " + SeriesManifest.FORMAT);
      }
      return manifest;
    } catch (JacksonException e) {
      throw new UnusableRunException(file + " is damaged: " + e.getOriginalMessage());
    } catch (IOException e) {
      throw new UnusableRunException("cannot read " + file + ": " + IoReason.of(e));
    }
  }
}
