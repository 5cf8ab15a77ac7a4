package org.recsys4j.bench.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import org.recsys4j.api.plugin.Plugins;
import org.recsys4j.bench.report.RunReport;

/** The report at the end of a run. */
final class RunPage {
  private RunPage() {}

  /**
   * Writes {@code report.html} into a run's folder and tells where it is. The numbers of the run
   * stand, whatever becomes of its page: a Java without fonts, for one, draws no letters, and says
   * so by an error of its own.
   */
  static void write(Path run, Plugins plugins, PrintWriter out, PrintWriter err) {
    Path file = run.resolve(RunReport.FILE);
    try {
      RunReport.write(run, plugins, file);
      out.println("report      " + file);
      out.flush();
    } catch (IOException | RuntimeException | LinkageError | InternalError e) {
      String hint = "; `recsys report " + run + " --debug` says where it happened";
      err.println("no " + RunReport.FILE + " was written: " + e + hint);
      err.flush();
    }
  }
}
