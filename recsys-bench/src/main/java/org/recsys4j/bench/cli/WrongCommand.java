package org.recsys4j.bench.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import org.recsys4j.api.config.Nearest;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Tells what is wrong with a command line in a line or two, not in a page of usage. */
final class WrongCommand implements IParameterExceptionHandler {
  @Override
  public int handleParseException(ParameterException failure, String[] args) {
    CommandLine command = failure.getCommandLine();
    PrintWriter err = command.getErr();
    err.println(message(failure, command));
    err.println("(" + command.getCommandSpec().qualifiedName() + " --help says more)");
    err.flush();
    return ExitStatus.WRONG_COMMAND;
  }

  private static String message(ParameterException failure, CommandLine command) {
    if (!(failure instanceof UnmatchedArgumentException unmatched)) {
      return String.valueOf(failure.getMessage());
    }
    String first = unmatched.getUnmatched().get(0);
    List<String> known = new ArrayList<>(command.getCommandSpec().optionsMap().keySet());
    known.addAll(command.getSubcommands().keySet());
    String hint =
        Nearest.suggestion(first, known).map(it -> "; did you mean \"" + it + "\"?").orElse("");
    return "cannot make sense of \"" + first + "\"" + hint;
  }
}
