package org.recsys4j.eval.experiment;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What a run was computed with, for the manifest. */
final class Machine {
  private static final Path CPU = Path.of("/proc/cpuinfo");
  private static final Path MEMORY = Path.of("/proc/meminfo");
  private static final String DEVELOPMENT = "development";

  private Machine() {}

  static Map<String, Object> versions() {
    Map<String, Object> versions = new LinkedHashMap<>();
    versions.put(
        "recsys4j",
        Optional.ofNullable(Machine.class.getPackage().getImplementationVersion())
            .orElse(DEVELOPMENT));
    versions.put("java", Runtime.version().toString());
    versions.put(
        "jvm", System.getProperty("java.vm.name") + ", " + System.getProperty("java.vendor"));
    return versions;
  }

  static Map<String, Object> hardware(int threads) {
    Map<String, Object> hardware = new LinkedHashMap<>();
    hardware.put("os", System.getProperty("os.name") + " " + System.getProperty("os.version"));
    hardware.put("architecture", String.valueOf(System.getProperty("os.arch")));
    hardware.put("cpu", cpu());
    hardware.put("processors", Runtime.getRuntime().availableProcessors());
    hardware.put("threads", threads);
    hardware.put("largest-heap-bytes", Runtime.getRuntime().maxMemory());
    firstLine(MEMORY, "MemTotal").ifPresent(memory -> hardware.put("memory", memory));
    return hardware;
  }

  private static String cpu() {
    return firstLine(CPU, "model name")
        .or(() -> Optional.ofNullable(System.getenv("PROCESSOR_IDENTIFIER"))) // Windows
        .orElse("unknown");
  }

  /** The value of the first line of a key in a file of Linux; other systems do not have it. */
  private static Optional<String> firstLine(Path file, String key) {
    try (Stream<String> lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
      return lines
          .filter(line -> line.startsWith(key))
          .findFirst()
          .map(line -> line.substring(line.indexOf(':') + 1).strip());
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
