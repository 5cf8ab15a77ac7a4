package org.recsys4j.data.fetch;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.recsys4j.api.Progress;
import org.recsys4j.api.data.Download;
import org.recsys4j.api.data.InvalidDataException;

/**
 * Gets data sets into a folder: {@code <root>/<name>/} holds the unpacked files and their
 * checksums. That folder appears at once and whole, or not at all; what is there is verified, not
 * downloaded again. A download that was cut off leaves {@code <root>/.<file>.part} and is gone on
 * with.
 *
 * <p>A file that somebody downloaded by hand and put into the root, under its own name, is taken
 * instead of the network, and stays.
 */
public final class Fetcher {
  private final Path root;
  private final Progress progress;
  private final HttpDownload http;
  private final SafeUnzip unzip;

  /**
   * A fetcher.
   *
   * @param root the folder that data sets are put into, made if it is missing
   * @param progress told of bytes downloaded, verified and unpacked
   */
  public Fetcher(Path root, Progress progress) {
    this(
        root,
        progress,
        new HttpDownload(HttpClient.newBuilder(), HttpDownload.Times.STANDARD, progress),
        SafeUnzip.Limits.STANDARD);
  }

  Fetcher(Path root, Progress progress, HttpDownload http, SafeUnzip.Limits limits) {
    this.root = root;
    this.progress = progress;
    this.http = http;
    this.unzip = new SafeUnzip(limits);
  }

  /**
   * Where a data set is, or will be.
   *
   * @param download which
   * @return the folder for the source that reads it
   */
  public Path folder(Download download) {
    return home(download).resolve(download.folder());
  }

  private Path home(Download download) {
    return root.resolve(download.name());
  }

  /**
   * Where a file belongs that was downloaded by hand.
   *
   * @param download which
   * @return a path in the root
   */
  public Path byHand(Download download) {
    return root.resolve(download.fileName());
  }

  /**
   * Whether a data set is there already.
   *
   * @param download which
   * @return whether {@link #fetch} would verify and do nothing else
   */
  public boolean isFetched(Download download) {
    return FetchedFiles.areIn(home(download));
  }

  /**
   * Gets a data set, unless it is there: then its files are verified.
   *
   * @param download which
   * @param mirror where from, instead of the address of the download; the checksum is the same;
   *     plain http is followed here alone
   * @return whether anything was done but verifying
   * @throws InvalidDataException if what came is not what it should be, or what is there was
   *     changed
   * @throws FetchFailedException if the network or the disk fails; the message says what to do by
   *     hand
   */
  public boolean fetch(Download download, Optional<URI> mirror) {
    Path home = home(download);
    try {
      if (FetchedFiles.areIn(home)) {
        FetchedFiles.verify(home, progress);
        return false;
      }
      Files.createDirectories(root);
      Path lock = root.resolve("." + download.name() + ".lock");
      try (FileChannel channel =
              FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          FileLock held = lock(channel, download)) {
        if (held.isValid() && !FetchedFiles.areIn(home)) {
          get(download, mirror.orElse(download.address()), home);
        }
      }
      return true;
    } catch (IOException e) {
      throw new FetchFailedException("cannot write to " + root + ": " + reason(e), e);
    }
  }

  private static FileLock lock(FileChannel channel, Download download) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      if (lock != null) {
        return lock;
      }
    } catch (OverlappingFileLockException e) {
      throw taken(download, e);
    }
    throw taken(download, null);
  }

  private static FetchFailedException taken(Download download, @Nullable Exception cause) {
    return new FetchFailedException(
        download.name() + " is being fetched by another process; wait for its end", cause);
  }

  private void get(Download download, URI address, Path home) throws IOException {
    Path file = byHand(download);
    if (Files.exists(file)) {
      verify(download, file);
      install(download, file, home, false);
      return;
    }
    Path part = root.resolve("." + download.fileName() + ".part");
    try {
      http.get(address, part, download.size());
    } catch (IOException e) {
      throw new FetchFailedException(advice(download, address, e), e);
    } catch (InvalidDataException e) {
      throw new InvalidDataException(address + ": " + e.getMessage(), e);
    }
    try {
      verify(download, part);
    } catch (InvalidDataException e) {
      Files.delete(part);
      throw e;
    } finally {
      Files.deleteIfExists(root.resolve(part.getFileName() + ".state"));
    }
    install(download, part, home, true);
  }

  private void verify(Download download, Path file) throws IOException {
    long size = Files.size(file);
    String found = size == download.size() ? Digests.of(file, progress) : "";
    if (!found.equals(download.sha256())) {
      throw new InvalidDataException(
          size == download.size()
              ? String.format(
                  Locale.ROOT,
                  "%s: is not %s: its SHA-256 is %s, not %s",
                  file,
                  download.name(),
                  found,
                  download.sha256())
              : String.format(
                  Locale.ROOT,
                  "%s: is not %s: it has %d bytes, not %d",
                  file,
                  download.name(),
                  size,
                  download.size()));
    }
  }

  private void install(Download download, Path file, Path home, boolean ours) throws IOException {
    Path making = root.resolve("." + download.name() + ".making");
    FileTree.delete(making);
    try {
      if (download.isArchive()) {
        unzip.unpack(file, making, progress);
      } else {
        Path folder = making.resolve(download.folder());
        Files.createDirectories(folder);
        Files.copy(file, folder.resolve(download.fileName()));
      }
      if (!Files.isDirectory(making.resolve(download.folder()))) {
        throw new InvalidDataException(file + ": has no folder " + download.folder());
      }
      FetchedFiles.write(making, progress);
      FileTree.delete(home); // the leftovers of something else: it has no checksums
      Files.move(making, home, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      FileTree.delete(making);
    }
    if (ours) {
      Files.delete(file);
    }
  }

  private String advice(Download download, URI address, IOException e) {
    Path part = root.resolve("." + download.fileName() + ".part");
    String kept =
        Files.exists(part) ? "what has arrived is kept, and the next call goes on with it; " : "";
    return String.format(
        Locale.ROOT,
        "cannot download %s: %s%n%sto do it by hand, download%n  %s%n(%d bytes, SHA-256 %s)%nand put"
            + " it, as it is, at%n  %s%nthen give this command again",
        address,
        reason(e),
        kept,
        download.address(),
        download.size(),
        download.sha256(),
        byHand(download).toAbsolutePath());
  }

  private static String reason(IOException e) {
    String message = e.getMessage();
    Throwable cause = e.getCause();
    if (message == null && cause != null && cause.getMessage() != null) {
      message = cause.getMessage();
    }
    String kind = e.getClass().getSimpleName();
    return switch (kind) {
      case "ConnectException", "UnresolvedAddressException", "HttpConnectTimeoutException" ->
          "no connection" + (message == null ? "" : " (" + message + ")");
      case "SSLHandshakeException" -> "no secure connection (" + message + ")";
      case "AccessDeniedException" -> message + " may not be written (permissions)";
      case "IOException", "RefusedException" -> String.valueOf(message);
      default -> kind + (message == null ? "" : ": " + message);
    };
  }
}
