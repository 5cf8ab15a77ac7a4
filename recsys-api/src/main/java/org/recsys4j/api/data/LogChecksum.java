package org.recsys4j.api.data;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 over the content of a log. */
final class LogChecksum {
  private LogChecksum() {}

  static String of(EventLog log) {
    MessageDigest digest;
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
    update(digest, log.users());
    update(digest, log.items());
    ByteBuffer row = ByteBuffer.allocate(20);
    for (int i = 0; i < log.size(); i++) {
      row.clear().putInt(log.user(i)).putInt(log.item(i)).putFloat(log.value(i));
      row.putLong(log.hasTimes() ? log.time(i) : Long.MIN_VALUE);
      digest.update(row.flip());
    }
    log.attributes().update(digest);
    log.given().update(digest);
    return HexFormat.of().formatHex(digest.digest());
  }

  private static void update(MessageDigest digest, IdIndex ids) {
    for (int i = 0; i < ids.size(); i++) {
      update(digest, ids.id(i));
    }
    digest.update((byte) 1);
  }

  static void update(MessageDigest digest, String text) {
    digest.update(text.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) 0);
  }
}
