package org.recsys4j.models.nn.kernel;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;

/** Which versions of the libraries below the models are on the class path. Loads none of them. */
public final class Libraries {
  private static final Map<String, String> ARTIFACTS =
      Map.of(
          "deeplearning4j", "org.deeplearning4j/deeplearning4j-nn",
          "nd4j", "org.nd4j/nd4j-api",
          "javacpp", "org.bytedeco/javacpp");

  private Libraries() {}

  /**
   * The versions that Maven wrote into the jars.
   *
   * @return by name, in the order of names; a library without such a note is left out
   */
  public static Map<String, String> versions() {
    Map<String, String> versions = new TreeMap<>();
    ARTIFACTS.forEach(
        (name, artifact) -> version(artifact).ifPresent(it -> versions.put(name, it)));
    return versions;
  }

  private static Optional<String> version(String artifact) {
    String file = String.format(Locale.ROOT, "/META-INF/maven/%s/pom.properties", artifact);
    try (InputStream in = Libraries.class.getResourceAsStream(file)) {
      if (in == null) {
        return Optional.empty();
      }
      Properties properties = new Properties();
      properties.load(in);
      return Optional.ofNullable(properties.getProperty("version"));
    } catch (IOException e) {
      throw new UncheckedIOException(e); // from a jar on the class path
    }
  }
}
