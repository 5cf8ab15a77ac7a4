package org.recsys4j.data.privacy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Names by a keyed hash: the first 128 bits of HMAC-SHA-256 (RFC 2104) over the role, a colon and
 * the id, as 32 hexadecimal digits. Without the key, no id can be tried. Two of 2^32 ids share a
 * name with a probability of 2^-65. For one thread.
 */
final class Pseudonyms {
  private static final String ALGORITHM = "HmacSHA256";
  private static final int BYTES = 16;

  private final Mac mac;

  Pseudonyms(byte[] key) {
    try {
      mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
    }
  }

  /** The name of an id; a user and an item of one id have different names. */
  String of(String role, String id) {
    byte[] hash = mac.doFinal((role + ":" + id).getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(Arrays.copyOf(hash, BYTES));
  }
}
