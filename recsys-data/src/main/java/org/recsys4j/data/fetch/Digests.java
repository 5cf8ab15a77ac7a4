package org.recsys4j.data.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.recsys4j.api.Progress;
import org.recsys4j.data.text.Sha256;

/** SHA-256 of files as they are. */
final class Digests {
  private static final int BUFFER = 1 << 16;

  private Digests() {}

  static String of(Path file, Progress progress) throws IOException {
    MessageDigest digest = Sha256.digest();
    byte[] buffer = new byte[BUFFER];
    String name = "verify " + file.getFileName();
    try (InputStream in = Files.newInputStream(file);
        Progress.Task task = progress.start(name, Files.size(file), "bytes")) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        digest.update(buffer, 0, read);
        task.advance(read);
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
