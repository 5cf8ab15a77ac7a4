package org.recsys4j.eval.experiment;

import java.io.IOException;
import java.lang.management.ManagementFactory;
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
  private static final String MODEL = "model name";
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
    if (ManagementFactory.getOperatingSystemMXBean()
        instanceof com.sun.management.OperatingSystemMXBean system) {
      hardware.put("memory-bytes", system.getTotalMemorySize());
    }
    return hardware;
  }

  private static String cpu() {
    try (Stream<String> lines = Files.lines(CPU, StandardCharsets.ISO_8859_1)) {
      return lines
          .filter(line -> line.startsWith(MODEL))
          .findFirst()
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .orElseGet(Machine::otherCpu);
    } catch (IOException e) {
      return otherCpu(); // no Linux
    }
  }

  private static String otherCpu() {
    return Optional.ofNullable(System.getenv("PROCESSOR_IDENTIFIER")).orElse("unknown");
  }
}
