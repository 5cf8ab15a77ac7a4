package org.recsys4j.data.fetch;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ServerSocketFactory;
import javax.net.ssl.SSLServerSocket;

/**
 * A server on this machine that answers as it is told, to the byte, and remembers what it was asked
 * for. Each connection is for one request.
 */
final class DataServer implements AutoCloseable {
  private final ServerSocket socket;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Deque<Answer> answers = new ArrayDeque<>();

  /** One line for each request: path, {@code Range} and {@code If-Range}. */
  final List<String> requests = Collections.synchronizedList(new ArrayList<>());

  /** What happens to one request. The last one stays for all later requests. */
  @FunctionalInterface
  interface Answer {
    void to(Exchange exchange) throws IOException;
  }

  /** A request, and where its answer goes. Names of headers are in lower case. */
  record Exchange(String path, Map<String, String> headers, OutputStream body) {
    /** Begins the answer; a negative length is not told. */
    void head(int status, long length, String... lines) throws IOException {
      StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " Said\r\n");
      head.append("Connection: close\r\n");
      if (length >= 0) {
        head.append("Content-Length: ").append(length).append("\r\n");
      }
      for (String line : lines) {
        head.append(line).append("\r\n");
      }
      body.write(head.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII));
      body.flush();
    }
  }

  DataServer(Answer... script) throws IOException {
    this(ServerSocketFactory.getDefault(), script);
  }

  /** Over TLS, if the sockets of a factory are. */
  DataServer(ServerSocketFactory sockets, Answer... script) throws IOException {
    answers.addAll(List.of(script));
    socket = sockets.createServerSocket(0, 50, InetAddress.getLoopbackAddress());
    threads.execute(this::accept);
  }

  private void accept() {
    while (!socket.isClosed()) {
      try {
        Socket connection = socket.accept();
        threads.execute(() -> serve(connection));
      } catch (IOException e) {
        return; // closed
      }
    }
  }

  private void serve(Socket connection) {
    try (connection) {
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(connection.getInputStream(), StandardCharsets.US_ASCII));
      String request = in.readLine();
      if (request == null) {
        return;
      }
      Map<String, String> headers = new HashMap<>();
      for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
        int colon = line.indexOf(':');
        headers.put(
            line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
      }
      String path = request.replaceFirst("^GET (\\S+) .*", "$1");
      requests.add(path + " " + headers.get("range") + " " + headers.get("if-range"));
      next().to(new Exchange(path, headers, connection.getOutputStream()));
    } catch (IOException e) {
      return; // the client has hung up, as some of these tests want it to
    }
  }

  private synchronized Answer next() {
    return answers.size() > 1 ? answers.remove() : answers.element();
  }

  URI address(String path) {
    String scheme = socket instanceof SSLServerSocket ? "https" : "http";
    return URI.create(scheme + "://localhost:" + socket.getLocalPort() + path);
  }

  static Answer status(int status) {
    return exchange -> exchange.head(status, 0);
  }

  static Answer redirect(String location) {
    return exchange -> exchange.head(302, 0, "Location: " + location);
  }

  /** All of a file, whatever was asked for. */
  static Answer whole(byte[] file) {
    return exchange -> {
      exchange.head(200, file.length);
      exchange.body().write(file);
    };
  }

  /** All of a file, the length of which is not told. */
  static Answer unsized(byte[] file) {
    return exchange -> {
      exchange.head(200, -1);
      exchange.body().write(file);
    };
  }

  /** The beginning of a file, and then nothing more. */
  static Answer cut(byte[] file, String tag, int length) {
    return exchange -> {
      exchange.head(200, file.length, "ETag: " + tag);
      exchange.body().write(file, 0, length);
    };
  }

  /** The beginning of a file, and then silence on an open connection. */
  static Answer silent(byte[] file, int length) {
    return exchange -> {
      exchange.head(200, file.length);
      exchange.body().write(file, 0, length);
      exchange.body().flush();
      try {
        Thread.sleep(60_000);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    };
  }

  /** What RFC 9110 asks for: the rest of a file that is still the same, or all of another one. */
  static Answer ranges(byte[] file, String tag) {
    return exchange -> {
      String range = exchange.headers().get("range");
      if (range == null || !tag.equals(exchange.headers().get("if-range"))) {
        exchange.head(200, file.length, "ETag: " + tag);
        exchange.body().write(file);
        return;
      }
      int from = Integer.parseInt(range.replaceAll("bytes=(\\d+)-", "$1"));
      String rest = "bytes " + from + "-" + (file.length - 1) + "/" + file.length;
      exchange.head(206, file.length - from, "ETag: " + tag, "Content-Range: " + rest);
      exchange.body().write(file, from, file.length - from);
    };
  }

  @Override
  public void close() throws IOException {
    socket.close();
    threads.shutdownNow();
  }
}
