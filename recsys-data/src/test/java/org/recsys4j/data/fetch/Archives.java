package org.recsys4j.data.fetch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.recsys4j.api.data.Download;

/** Zip archives in memory, and downloads of them. */
final class Archives {
  private Archives() {}

  /** Names and contents by turns. */
  static byte[] zip(String... namesAndContents) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (int i = 0; i < namesAndContents.length; i += 2) {
        zip.putNextEntry(new ZipEntry(namesAndContents[i]));
        zip.write(namesAndContents[i + 1].getBytes(StandardCharsets.UTF_8));
      }
    }
    return bytes.toByteArray();
  }

  static Download download(byte[] file, String sha256, long size) {
    return new Download(
        "tiny",
        "a tiny data set",
        URI.create("https://example.org/data/tiny.zip"),
        size,
        sha256,
        "tiny-1",
        new Download.Terms("Somebody", "Be kind.", URI.create("https://example.org/terms")));
  }

  static Download download(byte[] file) {
    return download(file, sha256(file), file.length);
  }

  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
