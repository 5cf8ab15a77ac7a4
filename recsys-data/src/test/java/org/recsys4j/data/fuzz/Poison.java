package org.recsys4j.data.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.airlift.compress.zstd.ZstdCompressor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/** What goes wrong with files. */
final class Poison {
  /** What may stand where an id, a number or a time should; one character a byte. */
  static final List<String> CELLS =
      List.of(
          "",
          " ",
          "NaN",
          "nan",
          "inf",
          "-Infinity",
          "1e999",
          "-1e39",
          "1e-999",
          "0x1p3",
          "1_000",
          "1,5",
          "-5",
          "-62135596801",
          "99999999999999999999",
          "9".repeat(400),
          "1e" + "9".repeat(400),
          "null",
          "\0",
          "\u00ff\u00fe",
          "\u00c0\u0080", // NUL in two bytes, which is not UTF-8
          "\u00ed\u00a0\u0080", // half a character, which is not UTF-8
          "caf\u00e9", // Latin-1
          "caf\u00c3\u00a9",
          "\u001b[31m",
          "\"",
          "\"\"",
          "\"a\nb",
          "{",
          "[[[[[[[[",
          "\\u0000",
          "\\ud800",
          "::",
          "\t",
          "x".repeat((1 << 20) + 1));

  private Poison() {}

  /** Whole files that hold the same rows. */
  static Map<String, byte[]> harmless(byte[] good) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("gzip", gzip(good));
    files.put("zstd", zstd(good));
    files.put("two gzip members", join(gzip(Arrays.copyOf(good, 7)), gzip(rest(good, 7))));
    files.put("two zstd frames", join(zstd(Arrays.copyOf(good, 7)), zstd(rest(good, 7))));
    files.put("byte order mark", join(new byte[] {(byte) 0xef, (byte) 0xbb, (byte) 0xbf}, good));
    files.put("CRLF", new String(good, ISO_8859_1).replace("\n", "\r\n").getBytes(ISO_8859_1));
    files.put(
        "empty lines", new String(good, ISO_8859_1).replace("\n", "\n\n").getBytes(ISO_8859_1));
    files.put("no line end", Arrays.copyOf(good, good.length - 1));
    return files;
  }

  /** Whole files that hold no rows that anyone should trust. */
  static Map<String, byte[]> harmful(byte[] good) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("UTF-16", join(new byte[] {(byte) 0xff, (byte) 0xfe}, utf16(good)));
    files.put("UTF-16 without a mark", utf16(good));
    files.put("zip", join(HexFormat.of().parseHex("504b0304"), good));
    files.put("bzip2", join(HexFormat.of().parseHex("425a6839"), good));
    files.put("xz", join(HexFormat.of().parseHex("fd377a585a00"), good));
    files.put("gzip in gzip", gzip(gzip(good)));
    files.put("zstd in gzip", gzip(zstd(good)));
    files.put("gzip and more behind it", join(gzip(good), new byte[] {1, 2, 3}));
    files.put("zstd and more behind it", join(zstd(good), new byte[] {1, 2, 3}));
    files.put("a row of NUL", new byte[1_000]);
    files.put("NUL behind the rows", join(good, new byte[4_096]));
    files.put("bytes 255", filled(1_000, 255));
    return files;
  }

  /** A table with a header, the columns of which do not fit each other. */
  static Map<String, byte[]> wrongColumns(byte[] good) {
    String text = new String(good, ISO_8859_1).stripTrailing();
    int end = text.indexOf('\n');
    String separator = text.substring(0, end).indexOf('\t') < 0 ? "," : "\t";
    List<String> names = List.of(text.substring(0, end).split(separator, -1));
    List<String> doubled = new ArrayList<>(names);
    doubled.set(1, names.get(0));
    Map<String, String> files = new LinkedHashMap<>();
    files.put("one name twice", String.join(separator, doubled) + text.substring(end));
    files.put(
        "a name more", String.join(separator, names) + separator + "more" + text.substring(end));
    files.put(
        "a name less",
        String.join(separator, names.subList(0, names.size() - 1)) + text.substring(end));
    files.put("a cell more", text + separator + "more");
    files.put("a cell less", text.substring(0, text.lastIndexOf(separator)));
    Map<String, byte[]> bytes = new LinkedHashMap<>();
    files.forEach((what, content) -> bytes.put(what, content.getBytes(ISO_8859_1)));
    return bytes;
  }

  /** Small files that unpack to large ones. */
  static Map<String, byte[]> bombs() {
    return Map.of(
        "gzip bomb of line ends", bomb('\n'),
        "gzip bomb of one field", bomb('1'),
        "gzip bomb of fields", bomb(','),
        "gzip bomb of lists", bomb('['));
  }

  static byte[] gzip(byte[] content) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(packed)) {
      out.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }

  static byte[] zstd(byte[] content) {
    ZstdCompressor compressor = new ZstdCompressor();
    byte[] packed = new byte[compressor.maxCompressedLength(content.length)];
    int length = compressor.compress(content, 0, content.length, packed, 0, packed.length);
    return Arrays.copyOf(packed, length);
  }

  /** 18 MiB of one character in 18 KiB: gzip members, one after the other. */
  private static byte[] bomb(char text) {
    byte[] member = gzip(filled(1 << 20, text));
    byte[][] members = new byte[18][];
    Arrays.fill(members, member);
    return join(members);
  }

  private static byte[] utf16(byte[] good) {
    return new String(good, UTF_8).getBytes(UTF_16LE);
  }

  private static byte[] filled(int length, int value) {
    byte[] bytes = new byte[length];
    Arrays.fill(bytes, (byte) value);
    return bytes;
  }

  private static byte[] rest(byte[] bytes, int from) {
    return Arrays.copyOfRange(bytes, from, bytes.length);
  }

  static byte[] join(byte[]... parts) {
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      joined.writeBytes(part);
    }
    return joined.toByteArray();
  }
}
