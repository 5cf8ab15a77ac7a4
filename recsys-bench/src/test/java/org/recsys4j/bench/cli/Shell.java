package org.recsys4j.bench.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;

/** Runs commands on a small data set in a folder. */
final class Shell {
  final Path folder;

  Shell(Path folder) {
    this.folder = folder;
  }

  /** What a command said and how it ended. */
  record Result(int status, String out, String err) {}

  Result run(String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int status = RecsysCommand.execute(new PrintWriter(out), new PrintWriter(err), args);
    return new Result(status, lines(out), lines(err));
  }

  private static String lines(StringWriter text) {
    return text.toString().replace("\r\n", "\n");
  }

  /** An experiment on events of 12 users and 8 items with titles. */
  Path experiment(String models) throws IOException {
    StringBuilder events = new StringBuilder("user\titem\ttimestamp\n");
    StringBuilder items = new StringBuilder("item\ttitle\n");
    for (int user = 0; user < 12; user++) {
      for (int i = 0; i < 5; i++) {
        int item = (user * user + i) % 8;
        events.append("u").append(user).append("\ti").append(item).append('\t');
        events.append(100 * i + 37 * user).append('\n');
      }
    }
    for (int item = 0; item < 8; item++) {
      items.append("i").append(item).append("\tThe item \u2116 ").append(item).append('\n');
    }
    Files.writeString(folder.resolve("events.tsv"), events);
    Files.writeString(folder.resolve("items.tsv"), items);
    return file(
        "experiment.conf",
        """
        experiment {
          name = tiny
          data.source {
            name = delimited
            options {
              file = "%s", separator = "\\t", columns.timestamp = timestamp
              items-file = "%s"
            }
          }
          split { strategy = leave-last-out }
          models = [%s]
          evaluate.metrics = ["ndcg@3", "recall@3"]
        }
        """
            .replace("%s\", sep", slashes(folder.resolve("events.tsv")) + "\", sep")
            .replace("\"%s\"\n", "\"" + slashes(folder.resolve("items.tsv")) + "\"\n")
            .replace("%s", models));
  }

  private static String slashes(Path path) {
    return path.toString().replace('\\', '/');
  }

  Path file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }

  /** The only run in the folder. */
  Path onlyRun() throws IOException {
    try (var runs = Files.list(folder.resolve("runs"))) {
      return runs.reduce((a, b) -> folder.resolve("more than one run")).orElseThrow();
    }
  }
}
