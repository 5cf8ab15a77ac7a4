package org.recsys4j.models.factor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.recsys4j.api.Recommender;
import org.recsys4j.api.store.ModelReader;
import org.recsys4j.api.store.ModelWriter;

/** The learned numbers of a model, by way of its file. */
final class Saved {
  private Saved() {}

  static float[] array(Recommender model, String name, int... shape) {
    try {
      Path file = Files.createTempFile("model", ".npz");
      try {
        try (ModelWriter out = new ModelWriter(Files.newOutputStream(file))) {
          model.save(out);
        }
        try (ModelReader in = new ModelReader(file)) {
          return in.floats(name, shape);
        }
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
