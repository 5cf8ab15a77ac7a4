package org.recsys4j.eval.experiment;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.recsys4j.api.data.Dataset;
import org.recsys4j.api.plugin.Configured;

/** Names prepared data by all that they depend on. */
final class PreparedKey {
  private static final int DEEP = 8;

  private PreparedKey() {}

  /**
   * The name of prepared data.
   *
   * @return hexadecimal digits; empty where a source or a step reads more than files, or a file
   *     cannot be looked at
   */
  static Optional<String> of(ExperimentConfig.Data data, long seed) {
    if (!data.source().plugin().plugin().readsFilesAlone()
        || data.prepare().stream().anyMatch(it -> !it.plugin().plugin().readsFilesAlone())) {
      return Optional.empty();
    }
    try {
      List<Configured<?>> plugins = new ArrayList<>();
      plugins.add(data.source().plugin());
      data.prepare().forEach(step -> plugins.add(step.plugin()));
      List<Object> parts = new ArrayList<>();
      for (Configured<?> plugin : plugins) {
        parts.add(describe(plugin));
      }
      List<String> shared = new ArrayList<>();
      addFiles(code(Dataset.class), shared); // what all of them build on
      parts.add(shared);
      if (!data.prepare().isEmpty()) {
        parts.add(seed);
      }
      return Optional.of(Sha256.hex(Json.line(parts).getBytes(StandardCharsets.UTF_8)));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static Map<String, Object> describe(Configured<?> plugin) throws IOException {
    Map<String, Object> description = new LinkedHashMap<>();
    description.put("name", plugin.name());
    description.put("options", Options.tree(plugin.options()));
    List<String> files = new ArrayList<>();
    for (Path path : paths(plugin.options())) {
      addFiles(path, files);
    }
    addFiles(code(plugin.plugin().getClass()), files);
    description.put("files", files);
    return description;
  }

  private static List<Path> paths(Record options) {
    List<Path> paths = new ArrayList<>();
    for (Options.Component component : Options.components(options)) {
      Object value =
          component.value() instanceof Optional<?> optional
              ? optional.orElse(null)
              : component.value();
      if (value instanceof Path path) {
        paths.add(path);
      } else if (value instanceof Record inner) {
        paths.addAll(paths(inner));
      }
    }
    return paths;
  }

  /** The jar, or the folder of classes, that a class comes from. */
  private static Path code(Class<?> type) throws IOException {
    CodeSource source = type.getProtectionDomain().getCodeSource();
    if (source == null) {
      throw new IOException(type + " comes from nowhere");
    }
    try {
      return Path.of(source.getLocation().toURI());
    } catch (URISyntaxException | IllegalArgumentException e) {
      throw new IOException(e);
    }
  }

  private static void addFiles(Path path, List<String> files) throws IOException {
    try (Stream<Path> all = Files.walk(path.toAbsolutePath().normalize(), DEEP)) {
      for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
        files.add(file + " " + Files.size(file) + " " + Files.getLastModifiedTime(file));
      }
    }
  }
}
