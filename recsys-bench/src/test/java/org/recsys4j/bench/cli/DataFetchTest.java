package org.recsys4j.bench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recsys4j.api.data.Download;
import org.recsys4j.data.fetch.MovieLensDownloads;

/** {@code recsys data fetch} against a server on this machine. */
class DataFetchTest {
  static final byte[] ZIP = zip();
  static final String SHA256 = sha256(ZIP);

  private static final String TERMS =
      """
      tiny-1 (0.0 MB): terms of use
        from Somebody.
        Be kind.
        in full: https://localhost:1/terms
      """;

  @TempDir Path folder;
  private Shell shell;
  private String to;

  @BeforeEach
  void shell() {
    shell = new Shell(folder);
    to = folder.resolve("data").toString();
  }

  private static byte[] zip() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      ZipEntry entry = new ZipEntry("tiny/events.csv");
      entry.setTime(0);
      zip.putNextEntry(entry);
      zip.write("ann,tea\nbob,tea\n".getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private Shell.Result fetch(String... more) throws IOException {
    try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      Thread answers = new Thread(() -> answer(server));
      answers.setDaemon(true);
      answers.start();
      String address = "http://localhost:" + server.getLocalPort() + "/tiny.zip";
      String[] args = {"data", "fetch", "tiny-1", "--to", to, "--from", address, "--quiet"};
      String[] all = Arrays.copyOf(args, args.length + more.length);
      System.arraycopy(more, 0, all, args.length, more.length);
      return shell.run(all);
    }
  }

  /** Gives the archive to whoever connects, whatever is asked for. */
  private static void answer(ServerSocket server) {
    while (!server.isClosed()) {
      try (Socket connection = server.accept()) {
        BufferedReader in =
            new BufferedReader(
                new InputStreamReader(connection.getInputStream(), StandardCharsets.US_ASCII));
        for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {}
        String head = "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: " + ZIP.length;
        connection.getOutputStream().write((head + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        connection.getOutputStream().write(ZIP);
      } catch (IOException e) {
        return; // closed
      }
    }
  }

  @Test
  void showsTermsFetchesAndThenVerifies() throws IOException {
    Path data = Path.of(to, "tiny-1", "tiny").toAbsolutePath();
    String use =
        "  "
            + data
            + "\n  data.source = { name = test-tiny, options { folder = \""
            + data
            + "\" } }\n";

    Shell.Result first = fetch("--accept-licence");
    assertThat(first.err()).isEqualTo(TERMS + "accepted by --accept-licence\n");
    assertThat(first.out().replace("\\\\", "\\")).isEqualTo("tiny-1: fetched, verified\n" + use);
    assertThat(first.status()).isEqualTo(ExitStatus.DONE);

    Shell.Result second = shell.run("data", "fetch", "tiny-1", "--to", to, "--quiet");
    assertThat(second.err()).isEmpty();
    assertThat(second.out().replace("\\\\", "\\")).isEqualTo("tiny-1: is there, verified\n" + use);

    Files.writeString(data.resolve("events.csv"), "ann,cup\n");
    Shell.Result changed = shell.run("data", "fetch", "tiny-1", "--to", to, "--quiet");
    assertThat(changed.status()).isEqualTo(ExitStatus.WRONG_DATA);
    assertThat(changed.err()).contains("events.csv: was changed since it was fetched; delete");
  }

  @Test
  void nothingIsFetchedWithoutConsent() throws IOException {
    Shell.Result result = fetch();
    assertThat(result.status()).isEqualTo(ExitStatus.WRONG_COMMAND);
    assertThat(result.err()).startsWith(TERMS + "accept? [y/N] ");
    assertThat(result.out()).isEmpty();
    assertThat(Path.of(to, "tiny-1")).doesNotExist();
  }

  @Test
  void consentIsYesAndNothingElse() {
    Download download = MovieLensDownloads.all().get(0);
    for (String yes : new String[] {"y", "Y", " yes "}) {
      assertThat(ask(download, Optional.of(yes))).contains(true);
    }
    for (String no : new String[] {"", "n", "yesterday"}) {
      assertThat(ask(download, Optional.of(no))).contains(false);
    }
    assertThat(ask(download, Optional.empty())).isEmpty();
  }

  private static Optional<Boolean> ask(Download download, Optional<String> answer) {
    return new Consent(new PrintWriter(new StringWriter()), () -> answer).ask(download, false);
  }

  @Test
  void withoutNetworkTellsWhatToDoByHand() {
    Shell.Result result =
        shell.run("data", "fetch", "tiny-1", "--to", to, "--accept-licence", "--quiet");
    assertThat(result.status()).isEqualTo(ExitStatus.FAILED);
    assertThat(result.err())
        .contains("cannot download https://localhost:1/tiny.zip: no connection")
        .contains("to do it by hand, download\n  https://localhost:1/tiny.zip\n(" + ZIP.length)
        .contains("and put it, as it is, at\n  " + Path.of(to, "tiny.zip").toAbsolutePath() + "\n")
        .doesNotContain("internal error");
  }

  @Test
  void withoutANameAllAreListed() {
    Shell.Result result = shell.run("data", "fetch", "--to", to);
    assertThat(result.status()).isEqualTo(ExitStatus.DONE);
    assertThat(result.out())
        .startsWith("name ")
        .containsPattern("(?m)^movielens-1m +5\\.9 MB +movielens +MovieLens: 1,000,209 ratings")
        .containsPattern("(?m)^tiny-1 +0\\.0 MB +test-tiny +two events$")
        .endsWith("They are put into " + to + "\n");
  }

  @Test
  void wrongNamesAndAddressesAreToldShortly() {
    Shell.Result name = shell.run("data", "fetch", "movielens-1");
    assertThat(name.status()).isEqualTo(ExitStatus.WRONG_COMMAND);
    assertThat(name.err()).startsWith("no data set \"movielens-1\" to be downloaded; known: ");
    Shell.Result address = shell.run("data", "fetch", "tiny-1", "--from", "ftp://x/y");
    assertThat(address.status()).isEqualTo(ExitStatus.WRONG_COMMAND);
    assertThat(address.err()).startsWith("--from: takes one NAME, and an address that begins with");
  }

  @Test
  void anExperimentWithoutItsFolderNamesTheCommand() throws IOException {
    Path file =
        shell.file(
            "e.conf",
            """
            experiment {
              name = e
              data.source = { name = movielens, options { folder = "no/ml-1m" } }
              models = [ popularity ]
            }
            """);
    Shell.Result result = shell.run("check", file.toString());
    assertThat(result.status()).isEqualTo(ExitStatus.WRONG_COMMAND);
    assertThat(result.err())
        .contains(
            "e.conf:3: experiment.data.source.options.folder: no such file or folder: ",
            "; recsys data fetch movielens-1m downloads it");
  }
}
