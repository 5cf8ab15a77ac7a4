package org.recsys4j.data.fetch;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.recsys4j.api.Progress;
import org.recsys4j.api.data.InvalidDataException;

/**
 * Gets one file of known size over HTTP into a partial file, and goes on with what is there: by
 * {@code Range} and {@code If-Range} (RFC 9110, sections 14 and 13.1.5), so that a file that has
 * changed on the server is begun anew. Follows redirects, but never from https to http.
 */
final class HttpDownload {
  private static final int MOST_REDIRECTS = 5;
  private static final int ATTEMPTS = 4;
  private static final int OK = 200;
  private static final int PARTIAL = 206;
  private static final int OUT_OF_RANGE = 416;
  private static final List<Integer> REDIRECTS = List.of(301, 302, 303, 307, 308);

  private final HttpClient client;
  private final Times times;
  private final Progress progress;

  /**
   * How long to wait.
   *
   * @param answer for the head of an answer
   * @param silence for the next byte of its body
   * @param pause before another attempt, doubled each time
   */
  record Times(Duration answer, Duration silence, Duration pause) {
    static final Times STANDARD =
        new Times(Duration.ofSeconds(60), Duration.ofSeconds(60), Duration.ofSeconds(1));
  }

  /**
   * A download.
   *
   * @param client makes the connections, such as over TLS
   * @param times how long to wait
   * @param progress told of bytes
   */
  HttpDownload(HttpClient.Builder client, Times times, Progress progress) {
    this.client =
        client
            .followRedirects(HttpClient.Redirect.NEVER) // each step is looked at
            .connectTimeout(times.answer())
            .build();
    this.times = times;
    this.progress = progress;
  }

  /**
   * Downloads.
   *
   * @param address where from
   * @param part the partial file, which holds all bytes at the end
   * @param size how many there must be
   * @throws InvalidDataException if the server has a file of another size
   * @throws IOException if the network fails, four times without a byte between them
   */
  void get(URI address, Path part, long size) throws IOException {
    try (Progress.Task task = progress.start("download " + fileName(address), size, "bytes")) {
      PartialFile file = new PartialFile(part, size, task);
      Duration pause = times.pause();
      int attempts = ATTEMPTS;
      while (!file.isComplete()) {
        long before = file.length();
        try {
          get(address, file);
          if (!file.isComplete()) {
            throw new IOException(
                String.format(
                    Locale.ROOT, "the connection ended after %d of %d bytes", file.length(), size));
          }
        } catch (RefusedException e) {
          throw e;
        } catch (IOException e) {
          attempts = file.length() > before ? ATTEMPTS - 1 : attempts - 1;
          if (attempts == 0) {
            throw e;
          }
          sleep(pause);
          pause = pause.multipliedBy(2);
        }
      }
    }
  }

  private static String fileName(URI address) {
    return String.valueOf(address.getPath()).replaceFirst(".*/", "");
  }

  private static void sleep(Duration pause) throws IOException {
    try {
      Thread.sleep(pause.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private void get(URI first, PartialFile file) throws IOException {
    URI address = first;
    for (int step = 0; step <= MOST_REDIRECTS; step++) {
      HttpResponse<Void> response = send(address, file);
      int status = response.statusCode();
      if (status == OK || status == PARTIAL) {
        return;
      } else if (REDIRECTS.contains(status)) {
        address = redirect(address, response);
      } else if (status == OUT_OF_RANGE && file.length() > 0) {
        file.discard(); // nothing of it can be gone on with
        return;
      } else if (status >= 500 || status == 429 || status == 408) {
        throw new IOException(address + " answered with status " + status);
      } else {
        throw new RefusedException(address + " answered with status " + status);
      }
    }
    throw new RefusedException(first + " redirects more than " + MOST_REDIRECTS + " times");
  }

  private static URI redirect(URI from, HttpResponse<Void> response) throws IOException {
    String location = response.headers().firstValue("Location").orElse("");
    URI to;
    try {
      to = from.resolve(location);
    } catch (IllegalArgumentException e) {
      throw new RefusedException(from + " redirects to what is no address: " + location);
    }
    boolean secure = "https".equals(to.getScheme());
    boolean asBefore = "http".equals(from.getScheme()) && "http".equals(to.getScheme());
    if (location.isEmpty() || !(secure || asBefore)) {
      throw new RefusedException(from + " redirects to " + to + ", which is not https");
    }
    return to;
  }

  private HttpResponse<Void> send(URI address, PartialFile file) throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address)
            .timeout(times.answer())
            .header("User-Agent", "recsys4j")
            .header("Accept-Encoding", "identity");
    Optional<String> validator = file.validator();
    if (validator.isPresent() && file.length() > 0) {
      request.header("Range", "bytes=" + file.length() + "-");
      request.header("If-Range", validator.get());
    }
    CompletableFuture<HttpResponse<Void>> answer = client.sendAsync(request.build(), file::accept);
    try {
      return await(answer, file);
    } catch (ExecutionException e) {
      throw problem(e);
    } catch (InterruptedException e) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } finally {
      file.endTransfer();
    }
  }

  /** What we threw ourselves comes back in wrappings of the client's. */
  private static IOException problem(ExecutionException failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof InvalidDataException wrong) {
        throw wrong;
      }
    }
    Throwable cause = failure.getCause();
    return cause instanceof IOException io ? io : new IOException(String.valueOf(cause), cause);
  }

  /** The client's own timeout ends with the head of an answer; this one looks at the bytes. */
  private HttpResponse<Void> await(CompletableFuture<HttpResponse<Void>> answer, PartialFile file)
      throws ExecutionException, InterruptedException, IOException {
    Duration patience = times.answer().plus(times.silence());
    long seen = file.length();
    long since = System.nanoTime();
    while (true) {
      try {
        return answer.get(100, TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        long now = System.nanoTime();
        if (file.length() != seen) {
          seen = file.length();
          since = now;
          patience = times.silence();
        } else if (now - since > patience.toNanos()) {
          answer.cancel(true);
          throw new IOException("no byte arrived for " + patience.toSeconds() + " s", e);
        }
      }
    }
  }

  /** The server does not give the file; asking again is of no use. */
  static final class RefusedException extends IOException {
    private static final long serialVersionUID = 1L;

    RefusedException(String message) {
      super(message);
    }
  }
}
