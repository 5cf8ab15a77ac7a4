package org.recsys4j.bench.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.recsys4j.api.Configurable;
import org.recsys4j.api.config.Nearest;
import org.recsys4j.api.config.OptionDescription;
import org.recsys4j.api.plugin.PluginKind;
import org.recsys4j.api.plugin.Plugins;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code recsys show}: one plug-in with its options and its paper. */
@Command(
    name = "show",
    description = "Show one plug-in: its options with type, default, range and meaning, its paper.")
final class ShowCommand implements Callable<Integer> {
  private static final int WIDTH = 110;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private CommonOptions common = new CommonOptions();

  @Parameters(index = "0", paramLabel = "NAME", description = "A name that recsys list shows.")
  private String name = "";

  @Override
  public Integer call() {
    Plugins plugins = common.load();
    List<PluginKind<?>> kinds =
        PluginKind.all().stream().filter(kind -> plugins.registry(kind).contains(name)).toList();
    if (kinds.isEmpty()) {
      throw unknown(plugins);
    }
    PrintWriter out = spec.commandLine().getOut();
    for (int i = 0; i < kinds.size(); i++) {
      out.print(i == 0 ? "" : "\n");
      show(kinds.get(i), plugins, out);
    }
    return ExitStatus.DONE;
  }

  private ParameterException unknown(Plugins plugins) {
    List<String> known = new ArrayList<>();
    PluginKind.all().forEach(kind -> known.addAll(plugins.registry(kind).names()));
    String hint =
        Nearest.suggestion(name, known)
            .map(nearest -> "; did you mean \"" + nearest + "\"?")
            .orElse("; recsys list shows all names");
    return new ParameterException(spec.commandLine(), "nothing is called \"" + name + "\"" + hint);
  }

  private <T extends Configurable<?>> void show(
      PluginKind<T> kind, Plugins plugins, PrintWriter out) {
    T plugin = plugins.registry(kind).get(name);
    out.println(name + " (" + kind.noun() + "): " + plugin.summary());
    if (!plugin.reference().isEmpty()) {
      out.println(TextTable.wrap("Reference: " + plugin.reference(), WIDTH, 2));
    }
    List<OptionDescription> options =
        OptionDescription.of(plugin.optionsType(), plugins.defaults(kind, name));
    if (options.isEmpty()) {
      out.println("It has no options.");
      return;
    }
    TextTable.Side left = TextTable.Side.LEFT;
    TextTable table = new TextTable(left, left, left, left, left);
    table.row("option", "type", "default", "range", "meaning");
    for (OptionDescription option : options) {
      table.row(option.key(), option.type(), option.byDefault(), option.range(), option.meaning());
    }
    out.println();
    out.print(table.render(WIDTH));
  }
}
