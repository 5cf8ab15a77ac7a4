package org.recsys4j.bench.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.recsys4j.api.Configurable;
import org.recsys4j.api.config.Nearest;
import org.recsys4j.api.plugin.NamedRegistry;
import org.recsys4j.api.plugin.PluginKind;
import org.recsys4j.api.plugin.Plugins;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code recsys list}: what an experiment file may name. */
@Command(name = "list", description = "List what an experiment file may name.")
final class ListCommand implements Callable<Integer> {
  private static final int WIDTH = 100;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private CommonOptions common = new CommonOptions();

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "KIND",
      description =
          "models, metrics, sources, splits, preparations, extractors or candidates; all if left"
              + " out")
  private @Nullable String section;

  @Override
  public Integer call() {
    List<PluginKind<?>> kinds = section == null ? PluginKind.all() : List.of(kind(section));
    Plugins plugins = common.load();
    PrintWriter out = spec.commandLine().getOut();
    TextTable table = new TextTable(TextTable.Side.LEFT, TextTable.Side.LEFT);
    for (PluginKind<?> kind : kinds) {
      if (section == null) {
        table.row(kind.section() + ":", "");
      }
      add(plugins.registry(kind), section == null ? "  " : "", table);
    }
    out.print(table.render(WIDTH));
    return ExitStatus.DONE;
  }

  private PluginKind<?> kind(String name) {
    List<String> known = PluginKind.all().stream().map(PluginKind::section).toList();
    Optional<PluginKind<?>> kind = PluginKind.of(name);
    return kind.orElseThrow(
        () ->
            new ParameterException(
                spec.commandLine(),
                "no kind \""
                    + name
                    + "\"; known: "
                    + String.join(", ", Nearest.first(name, known))));
  }

  private static <T extends Configurable<?>> void add(
      NamedRegistry<T> registry, String indent, TextTable table) {
    for (String name : registry.names()) {
      table.row(indent + name, registry.get(name).summary());
    }
  }
}
