package org.recsys4j.eval.experiment;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads {@code manifest.json} back. */
final class SavedManifest {
  private SavedManifest() {}

  /**
   * The manifest of a folder.
   *
   * @throws UnusableRunException if it is no run directory
   */
  static JsonNode read(Path folder) {
    Path file = folder.resolve(RunManifest.FILE);
    if (!Files.isRegularFile(file)) {
      throw new UnusableRunException(
          folder + " is no run directory: there is no " + RunManifest.FILE + " in it");
    }
    try {
      JsonNode manifest = new ObjectMapper().readTree(file.toFile());
      if (manifest.path("format").asInt() != RunManifest.FORMAT) {
        throw new UnusableRunException(file + " is no manifest of format " + RunManifest.FORMAT);
      }
      return manifest;
    } catch (JacksonException e) {
      throw new UnusableRunException(file + " is damaged: " + e.getOriginalMessage());
    } catch (IOException e) {
      throw new UnusableRunException("cannot read " + file + ": " + IoReason.of(e));
    }
  }
}
