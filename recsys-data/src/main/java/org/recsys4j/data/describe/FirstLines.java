package org.recsys4j.data.describe;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.recsys4j.api.Progress;
import org.recsys4j.data.text.TextInput;

/** The first complete lines of a text, enough to guess from. */
final class FirstLines {
  private static final int BYTES = 1 << 16;
  private static final int MOST = 100;

  private FirstLines() {}

  /** At most 100 lines that are not empty, out of the first 64 KiB; bytes are not decoded. */
  static List<String> of(TextInput input) throws IOException {
    String text;
    boolean whole;
    try (InputStream in = input.open(Progress.SILENT)) {
      byte[] bytes = in.readNBytes(BYTES);
      text = new String(bytes, StandardCharsets.ISO_8859_1);
      whole = bytes.length < BYTES;
    }
    List<String> lines = new ArrayList<>(text.lines().toList());
    if (!whole && lines.size() > 1) {
      lines.remove(lines.size() - 1);
    }
    lines.removeIf(String::isBlank);
    return lines.subList(0, Math.min(MOST, lines.size()));
  }
}
