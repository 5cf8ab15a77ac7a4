package org.recsys4j.eval.tuning;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.recsys4j.api.config.ConfigFiles;
import org.recsys4j.api.config.InvalidConfigException;
import org.recsys4j.api.plugin.Plugins;
import org.recsys4j.eval.experiment.UnusableRunException;

/**
 * A folder of a tuning that did not come to its end, or not with all of its trials. {@link
 * TuningRunner} goes on with it.
 *
 * @param folder the folder, as it was given
 * @param config what is tuned
 * @param started when the first process began
 * @param manifest {@code tuning.json}
 */
public record UnfinishedTuning(
    Path folder, TuningConfig config, Instant started, JsonNode manifest) {

  /**
   * Opens the folder of a tuning.
   *
   * @param folder what a {@link TuningRunner} left
   * @param plugins what the tuning's configuration names
   * @return the tuning; empty if nothing is left to do: it came to its end, and no trial failed for
   *     a reason that may pass
   * @throws UnusableRunException if it is no such folder, or cannot be gone on with
   * @throws InvalidConfigException if a plug-in is missing or takes other options now
   */
  public static Optional<UnfinishedTuning> open(Path folder, Plugins plugins) {
    Path file = folder.resolve(TuningManifest.FILE);
    JsonNode manifest = read(folder, file);
    if (manifest.path("status").asText().equals(TuningManifest.DONE) && !mayImprove(manifest)) {
      return Optional.empty();
    }
    String configuration = manifest.path("configuration").toString();
    if (configuration.contains("\"***\"")) {
      throw new UnusableRunException(
          file + " hides a secret that the tuning needs; tune the experiment file again");
    }
    TuningConfig config =
        TuningReader.saved(ConfigFiles.parse(configuration, file.toString()), plugins);
    try {
      Instant started = Instant.parse(manifest.path("started").asText());
      return Optional.of(new UnfinishedTuning(folder, config, started, manifest));
    } catch (DateTimeParseException e) {
      throw new UnusableRunException(file + " does not say when the tuning was started");
    }
  }

  private static boolean mayImprove(JsonNode manifest) {
    long failures = 0;
    for (JsonNode model : manifest.path("models")) {
      failures += model.path("may-pass").asLong();
    }
    return failures > 0;
  }

  private static JsonNode read(Path folder, Path file) {
    if (!Files.isRegularFile(file)) {
      throw new UnusableRunException(
          folder + " is no folder of a tuning: there is no " + TuningManifest.FILE + " in it");
    }
    try {
      JsonNode manifest = new ObjectMapper().readTree(file.toFile());
      if (manifest.path("format").asInt() != TuningManifest.FORMAT) {
        throw new UnusableRunException(file + " is not of format " + TuningManifest.FORMAT);
      }
      return manifest;
    } catch (JacksonException e) {
      throw new UnusableRunException(file + " is damaged: " + e.getOriginalMessage());
    } catch (IOException e) {
      throw new UnusableRunException("cannot read " + file + ": " + e.getMessage());
    }
  }
}
