package org.recsys4j.api.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Research data that may not be redistributed: tests that need them are skipped without them. */
public final class BenchData {
  private BenchData() {}

  /** The folder of a data set; the test is skipped where there is none. */
  public static Path folder(String name) {
    Path folder = root().resolve(name);
    assumeTrue(
        Files.isDirectory(folder),
        () -> "no folder " + folder + ": name the data by -Drecsys.data or RECSYS_DATA");
    return folder;
  }

  private static Path root() {
    String property = System.getProperty("recsys.data");
    String variable = System.getenv("RECSYS_DATA");
    if (property != null) {
      return Path.of(property);
    }
    return Path.of(variable != null ? variable : "../../shared/data/bench"); // from the module
  }
}
