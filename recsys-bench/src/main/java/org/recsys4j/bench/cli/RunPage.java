package org.recsys4j.bench.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import org.recsys4j.api.plugin.Plugins;
import org.recsys4j.bench.report.JoinedReport;
import org.recsys4j.bench.report.RunReport;
import org.recsys4j.eval.experiment.JoinedRuns;

/** The report at the end of a run, or of several. */
final class RunPage {
  private RunPage() {}

  private interface Writing {
    void run() throws IOException;
  }

  /**
   * Writes {@code report.html} into a run's folder and tells where it is. The numbers of the run
   * stand, whatever becomes of its page: a Java without fonts, for one, draws no letters, and says
   * so by an error of its own.
   */
  static void write(Path run, Plugins plugins, PrintWriter out, PrintWriter err) {
    Path file = run.resolve(RunReport.FILE);
    String hint = "; `recsys report " + run + " --debug` says where it happened";
    write(file, () -> RunReport.write(run, plugins, file), hint, out, err);
  }

  /** The same of joined runs, into the folder of their files. */
  static void write(JoinedRuns joined, Path folder, PrintWriter out, PrintWriter err) {
    Path file = folder.resolve(RunReport.FILE);
    write(file, () -> JoinedReport.write(joined, file), "", out, err);
  }

  private static void write(
      Path file, Writing writing, String hint, PrintWriter out, PrintWriter err) {
    try {
      writing.run();
      out.println("report      " + file);
      out.flush();
    } catch (IOException | RuntimeException | LinkageError | InternalError e) {
      err.println("no " + RunReport.FILE + " was written: " + e + hint);
      err.flush();
    }
  }
}
