package org.recsys4j.eval.experiment;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryUsage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The most memory the process held since a point in time.
 *
 * <p>Where the operating system tells (Linux), it is the peak of the process's resident set: heap,
 * native memory, code, the data set, and whatever earlier models made it load. A full collection
 * before the start gives back what they left on the heap. Elsewhere it is the sum of the peaks of
 * the JVM's memory pools, which knows nothing of native libraries. So compare it within one run
 * and, to the megabyte, not at all.
 */
final class PeakMemory {
  private static final Path STATUS = Path.of("/proc/self/status");
  private static final Path RESET = Path.of("/proc/self/clear_refs");
  private static final String RESET_PEAK = "5";
  private static final Pattern PEAK = Pattern.compile("(?m)^VmHWM:\\s+(\\d+) kB$");

  private final boolean resident;

  private PeakMemory(boolean resident) {
    this.resident = resident;
  }

  /** Begins to measure. */
  @SuppressWarnings("SystemGc") // what another model left behind is not this one's
  static PeakMemory start() {
    System.gc();
    ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
    return new PeakMemory(resetResident() && readResident().isPresent());
  }

  private static boolean resetResident() {
    try {
      Files.writeString(RESET, RESET_PEAK, StandardCharsets.US_ASCII, StandardOpenOption.WRITE);
      return true;
    } catch (IOException e) {
      return false; // no Linux, or a container that forbids it
    }
  }

  private static OptionalLong readResident() {
    try {
      Matcher matcher = PEAK.matcher(Files.readString(STATUS, StandardCharsets.ISO_8859_1));
      return matcher.find()
          ? OptionalLong.of(Long.parseLong(matcher.group(1)) * 1024)
          : OptionalLong.empty();
    } catch (IOException e) {
      return OptionalLong.empty();
    }
  }

  /** The peak so far, in bytes. */
  long bytes() {
    OptionalLong peak = resident ? readResident() : OptionalLong.empty();
    return peak.orElseGet(PeakMemory::pools);
  }

  private static long pools() {
    long sum = 0;
    for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
      MemoryUsage peak = pool.getPeakUsage();
      sum += peak == null ? 0 : peak.getUsed();
    }
    return sum;
  }

  /** What is measured, for the manifest. */
  String measure() {
    return resident
        ? "peak resident set of the process (VmHWM)"
        : "sum of the peaks of the JVM's memory pools";
  }
}
