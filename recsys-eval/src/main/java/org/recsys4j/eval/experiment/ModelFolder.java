package org.recsys4j.eval.experiment;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The folder of a model in a run directory. A label that every file system takes is the folder's
 * name itself; of any other, what is not safe becomes a dash, and six digits of its SHA-256 keep it
 * apart from others.
 */
final class ModelFolder {
  private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9 ._=+,@()\\[\\]-]*");
  private static final Pattern END = Pattern.compile("[ .]$");
  private static final Pattern DEVICE =
      Pattern.compile("(con|prn|aux|nul|com\\d|lpt\\d)(\\..*)?", Pattern.CASE_INSENSITIVE);
  private static final int LONGEST = 80;
  private static final int DIGITS = 6;

  private ModelFolder() {}

  /** The folder's name: one path element in ASCII, never {@code .} or {@code ..}. */
  static String of(String label) {
    if (label.length() <= LONGEST
        && SAFE.matcher(label).matches()
        && !END.matcher(label).find()
        && !DEVICE.matcher(label).matches()) {
      return label;
    }
    String dashed = label.replaceAll("[^A-Za-z0-9=+]+", "-");
    String cut = dashed.substring(0, Math.min(dashed.length(), LONGEST));
    return "m"
        + (cut.startsWith("-") ? "" : "-")
        + cut
        + (cut.endsWith("-") ? "" : "-")
        + digits(label);
  }

  /** Equal for two labels whose folders would be one where upper and lower case are the same. */
  static String key(String label) {
    return of(label).toLowerCase(Locale.ROOT);
  }

  private static String digits(String label) {
    return Sha256.hex(label.getBytes(StandardCharsets.UTF_8)).substring(0, DIGITS);
  }
}
