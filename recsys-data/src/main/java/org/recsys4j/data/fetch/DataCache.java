package org.recsys4j.data.fetch;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where data sets are kept that can be had again: {@code recsys4j/data} and {@code
 * recsys4j/prepared} in the user's folder for caches, by the XDG Base Directory Specification
 * {@code $XDG_CACHE_HOME} or else {@code ~/.cache}.
 */
public final class DataCache {
  private DataCache() {}

  /**
   * Where this user's downloads are.
   *
   * @return a path that need not exist
   */
  public static Path folder() {
    return folder("data");
  }

  /**
   * Where this user's prepared data are.
   *
   * @return a path that need not exist
   */
  public static Path prepared() {
    return folder("prepared");
  }

  private static Path folder(String kind) {
    return folder(
            Optional.ofNullable(System.getenv("XDG_CACHE_HOME")),
            Path.of(System.getProperty("user.home", ".")))
        .resolve(kind);
  }

  /** A relative folder for caches is to be ignored, says the specification. */
  static Path folder(Optional<String> cacheHome, Path home) {
    return cacheHome
        .flatMap(DataCache::absolute)
        .orElse(home.resolve(".cache"))
        .resolve("recsys4j");
  }

  private static Optional<Path> absolute(String text) {
    try {
      return Optional.of(Path.of(text)).filter(Path::isAbsolute);
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }
}
