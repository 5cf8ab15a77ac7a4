package org.recsys4j.bench.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.recsys4j.eval.experiment.Recommendation;
import org.recsys4j.eval.experiment.SavedRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code recsys recommend}: what a model of a run recommends to a user. */
@Command(name = "recommend", description = "Recommend to a user with a model of a run.")
final class RecommendCommand implements Callable<Integer> {
  private static final int WIDTH = 100;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private CommonOptions common = new CommonOptions();

  @Parameters(index = "0", paramLabel = "RUN", description = "The folder that a run left.")
  private Path run = Path.of("");

  @Option(
      names = "--model",
      required = true,
      paramLabel = "LABEL",
      description = "Label of a model in the run.")
  private String label = "";

  @Option(
      names = "--user",
      required = true,
      paramLabel = "ID",
      description = "Id of a user in the data.")
  private String user = "";

  @Option(
      names = "-n",
      paramLabel = "N",
      defaultValue = "10",
      description = "How many items (default: ${DEFAULT-VALUE}).")
  private int count;

  @Override
  public Integer call() {
    if (count < 1) {
      throw new ParameterException(spec.commandLine(), "-n: " + count + " is not > 0");
    }
    List<Recommendation> items = SavedRun.open(run, common.load()).recommend(label, user, count);
    TextTable.Side right = TextTable.Side.RIGHT;
    TextTable.Side left = TextTable.Side.LEFT;
    TextTable table = new TextTable(right, left, right, left);
    table.row("rank", "item", "score", "title");
    for (Recommendation item : items) {
      String title = item.title().equals(item.item()) ? "" : item.title();
      table.row(Integer.toString(item.rank()), item.item(), Float.toString(item.score()), title);
    }
    spec.commandLine().getOut().print(table.render(WIDTH));
    return ExitStatus.DONE;
  }
}
