package org.recsys4j.data.feature.text;

import java.io.IOException;
import org.recsys4j.api.store.ModelReader;
import org.recsys4j.api.store.ModelWriter;

/** What both extractors of texts save. */
final class SavedText {
  private static final String NAME = "analyser";

  private SavedText() {}

  static void analyser(ModelWriter out, Analyser analyser) throws IOException {
    out.text(NAME, analyser.name());
  }

  static Analyser analyser(ModelReader in) throws IOException {
    String name = in.text(NAME);
    try {
      return Analyser.valueOf(name);
    } catch (IllegalArgumentException e) {
      throw new IOException("a saved extractor names an unknown analyser, " + name, e);
    }
  }
}
