package org.recsys4j.bench.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.random.RandomGenerator;
import org.recsys4j.data.privacy.PrivateCounts;
import org.recsys4j.data.privacy.PrivateRelease;
import org.recsys4j.eval.experiment.PreparedData;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code recsys data release}: counts that may be given away. */
@Command(
    name = "release",
    description = {
      "Write how many users had each item, and each pair of items, with noise that makes the counts",
      "differentially private: item-counts.tsv, pair-counts.tsv and manifest.json."
    })
final class DataReleaseCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private CommonOptions common = new CommonOptions();

  @Mixin private DataOptions options = new DataOptions();

  @Option(
      names = "--epsilon",
      paramLabel = "E",
      required = true,
      description = {
        "Privacy budget: the smaller, the more noise. With --pairs, items and pairs cost E each."
      })
  private double epsilon;

  @Option(
      names = "--items-per-user",
      paramLabel = "N",
      defaultValue = "20",
      description = {
        "How many different items of a user count at most; the noise grows with it (default:",
        "${DEFAULT-VALUE})."
      })
  private int itemsPerUser;

  @Option(
      names = "--threshold",
      paramLabel = "N",
      defaultValue = "0",
      description = "Leave out noisy counts below this (default: ${DEFAULT-VALUE}).")
  private long threshold;

  @Option(names = "--pairs", description = "Count pairs of items, too.")
  private boolean pairs;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      required = true,
      description = "The folder that the files are put into; it is made if it is missing.")
  private Path out = Path.of("");

  @Override
  public Integer call() {
    PrivateCounts.Options privacy = privacy();
    DataChoice choice = DataChoice.of(options.request(), common.load());
    PrintWriter err = spec.commandLine().getErr();
    PreparedData data = choice.prepare(err, options.quiet());
    try {
      // The one place without a seed: whoever knew it could take the noise away again.
      RandomGenerator secret = RandomGenerator.of("SecureRandom");
      PrivateRelease.write(data.dataset(), privacy, pairs, secret, out);
    } catch (IOException e) {
      throw new UnwritableException(out, e);
    }
    spec.commandLine()
        .getOut()
        .println(
            String.format(
                Locale.ROOT,
                "counts of %,d items%s in %s, epsilon %s in all",
                data.dataset().catalogue().items().size(),
                pairs ? " and of their pairs" : "",
                out,
                pairs ? 2 * epsilon : epsilon));
    return ExitStatus.DONE;
  }

  private PrivateCounts.Options privacy() {
    try {
      return new PrivateCounts.Options(epsilon, itemsPerUser, threshold);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), "--" + e.getMessage(), e);
    }
  }
}
