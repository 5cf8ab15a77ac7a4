package org.recsys4j.bench.cli;

import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.recsys4j.api.config.Nearest;
import org.recsys4j.data.fetch.DataCache;
import org.recsys4j.data.fetch.Fetcher;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code recsys data fetch}: downloads public data sets, or verifies those that are there. */
@Command(
    name = "fetch",
    description = {
      "Download public data sets, verify and unpack them; list them if none is named.",
      "What is there already is verified. A download that was cut off is gone on with."
    })
final class DataFetchCommand implements Callable<Integer> {
  private static final int WIDTH = 110;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private CommonOptions common = new CommonOptions();

  @Parameters(
      index = "0..*",
      arity = "0..*",
      paramLabel = "NAME",
      description = "A data set: movielens-1m. Without one, all that there are are listed.")
  private List<String> names = new ArrayList<>();

  @Option(
      names = "--to",
      paramLabel = "DIR",
      description = "Where data sets are put (default: recsys4j/data in your folder for caches).")
  private @Nullable Path to;

  @Option(
      names = "--from",
      paramLabel = "ADDRESS",
      description = {
        "Take the file from another address, such as a mirror in your network; its checksum must be",
        "the same. Plain http is followed here alone."
      })
  private @Nullable URI from;

  @Option(
      names = "--accept-licence",
      description = "Accept the terms of use, which are printed before a download.")
  private boolean accepted;

  @Option(names = "--quiet", description = "Show no progress.")
  private boolean quiet;

  @Override
  public Integer call() {
    Downloads downloads = Downloads.of(common.load());
    Messages messages = Messages.on(spec.commandLine().getErr(), quiet);
    Path root = to == null ? DataCache.folder() : to;
    Fetcher fetcher = new Fetcher(root, messages.progress());
    List<Downloads.Entry> wanted = new ArrayList<>();
    for (String name : names) {
      wanted.add(downloads.find(name).orElseThrow(() -> unknown(name, downloads)));
    }
    if (from != null && (wanted.size() != 1 || !isHttp(from))) {
      throw wrong("--from: takes one NAME, and an address that begins with https:// or http://");
    }
    PrintWriter out = spec.commandLine().getOut();
    if (names.isEmpty()) {
      out.print(list(downloads, fetcher));
      out.println("They are put into " + root);
    }
    for (Downloads.Entry entry : wanted) {
      if (!fetch(entry, fetcher)) {
        return ExitStatus.WRONG_COMMAND;
      }
    }
    return ExitStatus.DONE;
  }

  private static boolean isHttp(URI address) {
    return List.of("http", "https").contains(String.valueOf(address.getScheme()))
        && address.getHost() != null;
  }

  private ParameterException unknown(String name, Downloads downloads) {
    List<String> known = Nearest.first(name, downloads.names());
    return wrong(
        "no data set \"" + name + "\" to be downloaded; known: " + String.join(", ", known));
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  private static String list(Downloads downloads, Fetcher fetcher) {
    TextTable.Side left = TextTable.Side.LEFT;
    TextTable table = new TextTable(left, TextTable.Side.RIGHT, left, left, left);
    table.row("name", "size", "source", "fetched", "what");
    for (Downloads.Entry entry : downloads.entries()) {
      table.row(
          entry.download().name(),
          Downloads.size(entry.download().size()),
          entry.source(),
          fetcher.isFetched(entry.download()) ? "yes" : "",
          entry.download().title());
    }
    return table.render(WIDTH);
  }

  private boolean fetch(Downloads.Entry entry, Fetcher fetcher) {
    PrintWriter err = spec.commandLine().getErr();
    if (!fetcher.isFetched(entry.download())) {
      Consent consent = new Consent(err, Consent::line);
      Optional<Boolean> answer = consent.ask(entry.download(), accepted);
      if (!answer.orElse(false)) {
        err.println(
            answer.isPresent()
                ? "not accepted, so nothing was downloaded"
                : "nobody can be asked here; --accept-licence accepts these terms");
        return false;
      }
    }
    boolean fetched = fetcher.fetch(entry.download(), Optional.ofNullable(from));
    Path folder = fetcher.folder(entry.download()).toAbsolutePath();
    PrintWriter out = spec.commandLine().getOut();
    out.println(
        entry.download().name() + (fetched ? ": fetched, verified" : ": is there, verified"));
    out.println("  " + folder);
    out.println(
        "  data.source = { name = "
            + entry.source()
            + ", options { folder = \""
            + folder.toString().replace("\\", "\\\\")
            + "\" } }");
    out.flush();
    return true;
  }
}
