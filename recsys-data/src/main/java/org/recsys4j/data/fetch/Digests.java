package org.recsys4j.data.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.recsys4j.api.Progress;

/** SHA-256 of files as they are. */
final class Digests {
  private static final int BUFFER = 1 << 16;

  private Digests() {}

  static String of(Path file, Progress progress) throws IOException {
    MessageDigest digest = sha256();
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

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
