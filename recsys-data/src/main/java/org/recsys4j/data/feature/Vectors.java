package org.recsys4j.data.feature;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.recsys4j.api.FeatureSink;
import org.recsys4j.api.data.IdIndex;
import org.recsys4j.api.store.ModelReader;
import org.recsys4j.api.store.ModelWriter;

/** Vectors of equal width by id. The array is never written to. */
final class Vectors {
  private final IdIndex ids;
  private final int width;
  private final float[] values;

  Vectors(IdIndex ids, int width, float[] values) {
    this.ids = ids;
    this.width = width;
    this.values = values;
  }

  int width() {
    return width;
  }

  int size() {
    return ids.size();
  }

  /** Writes a vector, or zeros. */
  void put(String id, FeatureSink sink) {
    int row = ids.indexOf(id);
    for (int i = 0; i < width; i++) {
      sink.put(row < 0 ? 0 : values[row * width + i]);
    }
  }

  void save(ModelWriter out) throws IOException {
    List<String> texts = new ArrayList<>();
    for (int row = 0; row < ids.size(); row++) {
      texts.add(ids.id(row));
    }
    out.texts("ids", texts);
    out.ints("width", new int[] {width}, 1);
    out.floats("vectors", values, ids.size(), width);
  }

  static Vectors load(ModelReader in) throws IOException {
    try {
      IdIndex ids = IdIndex.of(in.texts("ids"));
      int width = in.ints("width", 1)[0];
      return new Vectors(ids, width, in.floats("vectors", ids.size(), width));
    } catch (IllegalArgumentException e) {
      throw new IOException("the saved vectors are damaged: " + e.getMessage(), e);
    }
  }
}
