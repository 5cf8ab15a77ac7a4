package org.recsys4j.api;

import java.util.function.Consumer;

/**
 * What a source may tell while it reads.
 *
 * @param progress where long reading shows how far it is
 * @param warnings takes messages for the user, such as how many rows were skipped and which; they
 *     stand in the manifest as well
 */
public record ReadContext(Progress progress, Consumer<String> warnings) {
  /** Reads in silence. */
  public static final ReadContext SILENT = new ReadContext(Progress.SILENT, warning -> {});
}
