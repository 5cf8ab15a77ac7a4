package org.recsys4j.bench.cli;

import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Work that is gone on with as it was begun, from what its folder says. */
final class Resumption {
  private static final List<String> FIXED = List.of("--set", "--seeds", "--out");

  private Resumption() {}

  /**
   * Refuses what the folder says already.
   *
   * @param spec the command, with {@code --resume}
   * @param folder what the command calls it
   */
  static void refuseChanges(CommandSpec spec, String folder) {
    ParseResult parsed = spec.commandLine().getParseResult();
    Stream<String> file = parsed.hasMatchedPositional(0) ? Stream.of("FILE") : Stream.empty();
    Stream.concat(file, FIXED.stream().filter(parsed::hasMatchedOption))
        .findFirst()
        .ifPresent(
            change -> {
              throw new ParameterException(
                  spec.commandLine(),
                  "--resume takes everything from the " + folder + ": leave " + change + " out");
            });
  }
}
