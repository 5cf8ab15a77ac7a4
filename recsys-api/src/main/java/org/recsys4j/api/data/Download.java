package org.recsys4j.api.data;

import java.net.URI;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.recsys4j.api.config.Check;

/**
 * A data set that anybody may download, but nobody may ship: where it is, and how to know that it
 * is what it was. A source tells which ones it reads, see {@link
 * org.recsys4j.api.DatasetSource#downloads}.
 *
 * @param name what a user calls it: {@code movielens-1m}
 * @param title what it is, in one line without a full stop
 * @param address the file's address, by {@code https}; a zip archive is unpacked, any other file
 *     stays as it is
 * @param size the file's length in bytes
 * @param sha256 the file's SHA-256, 64 hexadecimal digits in lower case, from a public record
 * @param folder the folder within the archive that holds the data, which the source is given; the
 *     empty text where there is none
 * @param terms under which it may be used
 */
public record Download(
    String name, String title, URI address, long size, String sha256, String folder, Terms terms) {

  /**
   * What whoever uses the data has to agree to.
   *
   * @param holder who gives the data
   * @param summary the terms in our words, in some sentences; the address holds what counts
   * @param address where they stand in full
   */
  public record Terms(String holder, String summary, URI address) {}

  /** Refuses names that are none of a file, other schemes than https, and wrong checksums. */
  public Download {
    Check.components(Download.class, name, title, address, size, sha256, folder, terms);
    Check.argument(
        name.matches("[a-z0-9][a-z0-9.-]*"), "name", name, "lower-case letters, digits, '-', '.'");
    Check.argument(
        "https".equals(address.getScheme()), "address", address.toString(), "an https address");
    Check.argument(size > 0, "size", size, "> 0");
    Check.argument(
        sha256.matches("[0-9a-f]{64}"), "sha256", sha256, "64 lower-case hexadecimal digits");
    Check.argument(
        folder.matches("([A-Za-z0-9_][A-Za-z0-9._-]*)?"), "folder", folder, "a folder's name");
    String file = address.getPath().substring(address.getPath().lastIndexOf('/') + 1);
    Check.argument(
        file.matches("[A-Za-z0-9_][A-Za-z0-9._-]*"),
        "address",
        address.toString(),
        "that of a file with a plain name");
  }

  /**
   * What the file is called.
   *
   * @return the last part of the address
   */
  public String fileName() {
    return address.getPath().substring(address.getPath().lastIndexOf('/') + 1);
  }

  /**
   * Whether the file is an archive.
   *
   * @return whether its name ends in {@code .zip}
   */
  public boolean isArchive() {
    return fileName().toLowerCase(Locale.ROOT).endsWith(".zip");
  }

  /**
   * The end of a message on a file or folder that is missing: how to get what may have been meant.
   *
   * @param missing the path
   * @param downloads what the source can download
   * @return the command for the data set that the path is called after, or for all there are; the
   *     empty text where there is none
   */
  public static String hint(Path missing, List<Download> downloads) {
    if (downloads.isEmpty()) {
      return "";
    }
    Set<String> parts = new HashSet<>();
    missing.forEach(part -> parts.add(part.toString().toLowerCase(Locale.ROOT)));
    return "; recsys data fetch "
        + downloads.stream()
            .filter(
                it ->
                    parts.contains(it.name())
                        || parts.contains(it.folder().toLowerCase(Locale.ROOT)))
            .map(it -> it.name() + " downloads it")
            .findFirst()
            .orElse(
                "downloads "
                    + downloads.stream().map(Download::name).collect(Collectors.joining(", ")));
  }
}
