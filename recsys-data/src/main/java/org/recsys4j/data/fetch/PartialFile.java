package org.recsys4j.data.fetch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.recsys4j.api.Progress;
import org.recsys4j.api.data.InvalidDataException;

/**
 * The bytes of a download that have arrived, and beside them, in a file of their own, what the
 * server calls this state of the file: its strong entity tag, or else the time of its last change.
 * Written by the client's thread, looked at by the one that waits.
 */
final class PartialFile {
  private static final int OK = 200;
  private static final int PARTIAL = 206;

  private final Path part;
  private final Path validatorFile;
  private final long size;
  private final Progress.Task task;
  private volatile long length;
  private volatile boolean ended;
  private @Nullable FileChannel channel;

  PartialFile(Path part, long size, Progress.Task task) throws IOException {
    this.part = part;
    this.validatorFile = part.resolveSibling(part.getFileName() + ".state");
    this.size = size;
    this.task = task;
    this.length = Files.exists(part) ? Files.size(part) : 0;
    if (length > size || (length > 0 && length < size && validator().isEmpty())) {
      discard(); // whether the rest would belong to it, nobody could tell
    }
    task.advance(length);
  }

  long length() {
    return length;
  }

  boolean isComplete() {
    return length == size;
  }

  Optional<String> validator() throws IOException {
    return Files.exists(validatorFile)
        ? Optional.of(Files.readString(validatorFile, StandardCharsets.UTF_8))
        : Optional.empty();
  }

  void discard() throws IOException {
    Files.deleteIfExists(part);
    Files.deleteIfExists(validatorFile);
    task.advance(-length);
    length = 0;
  }

  /** Decides by the head of an answer where its bytes go; those of other answers go nowhere. */
  HttpResponse.BodySubscriber<Void> accept(HttpResponse.ResponseInfo head) {
    int status = head.statusCode();
    try {
      if (status == OK) {
        checkLength(head.headers().firstValueAsLong("Content-Length").orElse(size));
        discard();
        remember(head.headers());
        open();
      } else if (status == PARTIAL) {
        checkRange(head.headers().firstValue("Content-Range").orElse(""));
        open();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return status == OK || status == PARTIAL
        ? HttpResponse.BodySubscribers.ofByteArrayConsumer(bytes -> bytes.ifPresent(this::append))
        : HttpResponse.BodySubscribers.discarding();
  }

  private synchronized void open() throws IOException {
    ended = false;
    channel =
        FileChannel.open(
            part, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
  }

  private void checkLength(long found) {
    if (found != size) {
      throw new InvalidDataException(
          String.format(
              Locale.ROOT,
              "the server's file has %d bytes, not %d: it is another one than this version knows",
              found,
              size));
    }
  }

  /** {@code bytes 100-199/200} */
  private void checkRange(String range) throws IOException {
    String expected = String.format(Locale.ROOT, "bytes %d-%d/", length, size - 1);
    if (!range.startsWith("bytes " + length + "-")) {
      throw new IOException("the server answered with " + range + " to a request for " + expected);
    }
    String total = range.substring(range.indexOf('/') + 1);
    if (!total.equals("*") && !total.equals(Long.toString(size))) {
      checkLength(total.matches("\\d{1,18}") ? Long.parseLong(total) : 0);
    }
  }

  /** A weak tag, or a time beside none, is no proof that bytes are the same. */
  private void remember(HttpHeaders headers) throws IOException {
    Optional<String> tag = headers.firstValue("ETag").filter(it -> it.startsWith("\""));
    Optional<String> validator = tag.or(() -> headers.firstValue("Last-Modified"));
    if (validator.isPresent()) {
      Files.writeString(validatorFile, validator.get(), StandardCharsets.UTF_8);
    }
  }

  private synchronized void append(byte[] bytes) {
    if (ended || channel == null) {
      return; // whoever waited has given up
    }
    if (length + bytes.length > size) {
      throw new InvalidDataException("the server sends more than the " + size + " bytes expected");
    }
    try {
      ByteBuffer buffer = ByteBuffer.wrap(bytes);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    length += bytes.length;
    task.advance(bytes.length);
  }

  /** Nothing that still arrives is written any more. */
  synchronized void endTransfer() throws IOException {
    ended = true;
    if (channel != null) {
      channel.close();
      channel = null;
    }
  }
}
