package org.recsys4j.data.feature;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Constants by name, in saved extractors. */
final class Names {
  private Names() {}

  static <E extends Enum<E>> List<E> constants(Class<E> type, List<String> names)
      throws IOException {
    List<E> constants = new ArrayList<>();
    try {
      for (String name : names) {
        constants.add(Enum.valueOf(type, name));
      }
      return constants;
    } catch (IllegalArgumentException e) {
      throw new IOException("a saved extractor is damaged: " + e.getMessage(), e);
    }
  }
}
