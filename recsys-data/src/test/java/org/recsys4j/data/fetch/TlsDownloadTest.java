package org.recsys4j.data.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recsys4j.api.Progress;
import org.recsys4j.api.data.Download;

/** Downloads over TLS, from a server with a certificate that the test has made. */
class TlsDownloadTest {
  private static final String TAG = "\"v1\"";
  private static final String PATH = "/data/tiny.zip";
  private static Certificate certificate;

  @TempDir private Path root;
  private byte[] file;
  private Download download;

  @BeforeAll
  static void makeCertificate(@TempDir Path folder) throws IOException, GeneralSecurityException {
    certificate = Certificate.make(folder);
  }

  @BeforeEach
  void makeArchive() throws IOException {
    file = Archives.zip("tiny-1/ratings.csv", "1,2,3\n".repeat(5_000), "tiny-1/README", "read me");
    download = Archives.download(file);
  }

  private static DataServer server(DataServer.Answer... script)
      throws IOException, GeneralSecurityException {
    return new DataServer(certificate.server().getServerSocketFactory(), script);
  }

  private boolean fetch(HttpClient.Builder client, URI address) {
    HttpDownload.Times times =
        new HttpDownload.Times(Duration.ofSeconds(20), Duration.ofSeconds(5), Duration.ofMillis(1));
    HttpDownload http = new HttpDownload(client, times, Progress.SILENT);
    return new Fetcher(root, Progress.SILENT, http, SafeUnzip.Limits.STANDARD)
        .fetch(download, Optional.of(address));
  }

  private static HttpClient.Builder trusting() throws IOException, GeneralSecurityException {
    return HttpClient.newBuilder().sslContext(certificate.client());
  }

  @Test
  void downloadsAndGoesOnOverTls() throws IOException, GeneralSecurityException {
    try (DataServer server =
        server(
            DataServer.redirect("/elsewhere"),
            DataServer.cut(file, TAG, 10),
            DataServer.ranges(file, TAG))) {
      URI address = server.address(PATH);

      assertThat(address).hasScheme("https");
      assertThat(fetch(trusting(), address)).isTrue();
      assertThat(root.resolve("tiny/tiny-1/README")).hasContent("read me");
      assertThat(server.requests)
          .containsExactly(PATH + " null null", "/elsewhere null null", PATH + " bytes=10- " + TAG);
    }
  }

  @Test
  void aServerThatNobodyVouchesForIsRefused() throws IOException, GeneralSecurityException {
    try (DataServer server = server(DataServer.whole(file))) {
      URI address = server.address(PATH);

      assertThatThrownBy(() -> fetch(HttpClient.newBuilder(), address))
          .isInstanceOf(FetchFailedException.class)
          .hasMessageStartingWith("cannot download " + address + ": no secure connection (")
          .hasMessageContaining("SHA-256 " + download.sha256());
      assertThat(server.requests).isEmpty();
    }
  }

  @Test
  void aCertificateOfAnotherNameIsRefused() throws IOException, GeneralSecurityException {
    try (DataServer server = server(DataServer.whole(file))) {
      URI address =
          URI.create(server.address(PATH).toString().replace("//localhost", "//127.0.0.1"));

      assertThatThrownBy(() -> fetch(trusting(), address))
          .isInstanceOf(FetchFailedException.class)
          .hasMessageStartingWith("cannot download " + address + ": no secure connection (");
      assertThat(server.requests).isEmpty();
    }
  }

  @Test
  void aRedirectThatLeavesTlsIsRefused() throws IOException, GeneralSecurityException {
    try (DataServer plain = new DataServer(DataServer.whole(file));
        DataServer server = server(DataServer.redirect(plain.address(PATH).toString()))) {
      assertThatThrownBy(() -> fetch(trusting(), server.address(PATH)))
          .hasMessageContaining("redirects to " + plain.address(PATH) + ", which is not https");
      assertThat(plain.requests).isEmpty();
    }
  }
}
