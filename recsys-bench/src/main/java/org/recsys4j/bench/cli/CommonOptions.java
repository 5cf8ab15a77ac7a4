package org.recsys4j.bench.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.recsys4j.api.plugin.Plugins;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;

/** What every command understands. */
final class CommonOptions {
  private static final String DEBUG = "--debug";

  @Option(
      names = "--plugins",
      paramLabel = "DIR",
      description = "A plug-in jar, or a folder of them; may be given more than once.")
  private List<Path> plugins = new ArrayList<>();

  @SuppressWarnings("unused") // ExitStatus asks the parse result
  @Option(names = DEBUG, description = "Print stack traces of errors.")
  private boolean debug;

  @SuppressWarnings("unused") // picocli acts on it
  @Option(names = "--help", usageHelp = true, description = "Show this help and exit.")
  private boolean help;

  /** All plug-ins, those of the jars that were named among them. */
  Plugins load() {
    return Plugins.load(plugins);
  }

  /** The command that goes on with what another command left, with the same plug-ins. */
  String goOn(String verb, Path run) {
    StringBuilder command =
        new StringBuilder("recsys ").append(verb).append(" --resume ").append(quoted(run));
    plugins.forEach(jar -> command.append(" --plugins ").append(quoted(jar)));
    return command.toString();
  }

  /** As a shell takes it. */
  private static String quoted(Path path) {
    String text = path.toString();
    return text.matches("[A-Za-z0-9_/.,:=+@\\\\-]+")
        ? text
        : "\"" + text.replaceAll("([\"$`])", "\\\\$1") + "\"";
  }

  /** Whether the command that was given asks for stack traces. */
  static boolean debug(ParseResult parsed) {
    ParseResult deepest = parsed;
    while (deepest.hasSubcommand()) {
      deepest = deepest.subcommand();
    }
    return deepest.hasMatchedOption(DEBUG);
  }
}
