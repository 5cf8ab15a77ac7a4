package org.recsys4j.data.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recsys4j.api.Progress;
import org.recsys4j.api.data.Download;
import org.recsys4j.api.data.InvalidDataException;

class FetcherTest {
  private static final String TAG = "\"v1\"";
  private static final String PATH = "/data/tiny.zip";

  @TempDir Path folder;
  private Path root;
  private byte[] file;
  private Download download;

  @BeforeEach
  void makeArchive() throws IOException {
    StringBuilder rows = new StringBuilder();
    IntStream.range(0, 20_000).forEach(i -> rows.append(i * 7919 % 10_007).append('\n'));
    file = Archives.zip("tiny-1/ratings.csv", rows.toString(), "tiny-1/README", "read me");
    download = Archives.download(file);
    root = folder.resolve("cache");
  }

  private Fetcher fetcher() {
    HttpDownload.Times times =
        new HttpDownload.Times(Duration.ofSeconds(5), Duration.ofMillis(700), Duration.ofMillis(1));
    HttpDownload http = new HttpDownload(HttpClient.newBuilder(), times, Progress.SILENT);
    return new Fetcher(root, Progress.SILENT, http, SafeUnzip.Limits.STANDARD);
  }

  private boolean fetch(DataServer server) {
    return fetcher().fetch(download, Optional.of(server.address(PATH)));
  }

  private void assertFetched() throws IOException {
    Path data = root.resolve("tiny/tiny-1");
    assertThat(fetcher().folder(download)).isEqualTo(data);
    assertThat(data.resolve("README")).hasContent("read me");
    assertThat(data.resolve("ratings.csv")).isNotEmptyFile();
    assertThat(fetcher().isFetched(download)).isTrue();
    try (Stream<Path> left = Files.list(root)) {
      assertThat(left.map(it -> it.getFileName().toString()))
          .containsExactlyInAnyOrder("tiny", ".tiny.lock");
    }
  }

  private void assertNothingFetched() {
    assertThat(root.resolve("tiny")).doesNotExist();
    assertThat(root.resolve(".tiny.making")).doesNotExist();
    assertThat(fetcher().isFetched(download)).isFalse();
  }

  @Test
  void downloadsUnpacksAndThenOnlyVerifies() throws IOException {
    try (DataServer server = new DataServer(DataServer.whole(file))) {
      assertThat(fetch(server)).isTrue();
      assertFetched();
      assertThat(fetch(server)).isFalse();
      assertThat(server.requests).containsExactly(PATH + " null null");
    }
  }

  @Test
  void changedFilesAreFound() throws IOException {
    try (DataServer server = new DataServer(DataServer.whole(file))) {
      fetch(server);
      Path readme = root.resolve("tiny/tiny-1/README");
      Files.writeString(readme, "read mE");
      assertThatThrownBy(() -> fetch(server))
          .isInstanceOf(InvalidDataException.class)
          .hasMessage(
              readme + ": was changed since it was fetched; delete %s to fetch it again",
              root.resolve("tiny"));
      Files.delete(readme);
      assertThatThrownBy(() -> fetch(server)).hasMessageContaining("README: is missing; delete");
    }
  }

  @Test
  void goesOnAfterACutConnection() throws IOException {
    try (DataServer server =
        new DataServer(DataServer.cut(file, TAG, 1000), DataServer.ranges(file, TAG))) {
      fetch(server);
      assertFetched();
      assertThat(server.requests).hasSize(2);
      assertThat(server.requests.get(1)).isEqualTo(PATH + " bytes=1000- " + TAG);
    }
  }

  @Test
  void anotherCallGoesOnWithWhatHasArrived() throws IOException {
    try (DataServer server =
        new DataServer(DataServer.cut(file, TAG, 1000), DataServer.status(503))) {
      assertThatThrownBy(() -> fetch(server))
          .isInstanceOf(FetchFailedException.class)
          .hasMessageContaining("503")
          .hasMessageContaining("what has arrived is kept");
      assertNothingFetched();
    }
    try (DataServer server = new DataServer(DataServer.ranges(file, TAG))) {
      fetch(server);
      assertFetched();
      assertThat(server.requests).containsExactly(PATH + " bytes=1000- " + TAG);
    }
  }

  @Test
  void beginsAnewWhereTheFileHasChangedOrRangesAreNotKnown() throws IOException {
    byte[] other = new byte[file.length];
    try (DataServer server =
        new DataServer(DataServer.cut(other, "\"v0\"", 1000), DataServer.ranges(file, TAG))) {
      fetch(server);
      assertFetched();
      assertThat(server.requests.get(1)).isEqualTo(PATH + " bytes=1000- \"v0\"");
    }
    FileTree.delete(root);
    try (DataServer server =
        new DataServer(DataServer.cut(other, "\"v0\"", 1000), DataServer.whole(file))) {
      fetch(server);
      assertFetched();
    }
  }

  /** A weak tag does not promise equal bytes. */
  @Test
  void beginsAnewWithoutAStrongTag() throws IOException {
    try (DataServer server =
        new DataServer(DataServer.cut(file, "W/\"v1\"", 1000), DataServer.whole(file))) {
      fetch(server);
      assertFetched();
      assertThat(server.requests.get(1)).isEqualTo(PATH + " null null");
    }
  }

  @Test
  void wrongChecksumLeavesNothing() throws IOException {
    byte[] changed = file.clone();
    changed[changed.length / 2] ^= 1;
    try (DataServer server = new DataServer(DataServer.whole(changed))) {
      assertThatThrownBy(() -> fetch(server))
          .isInstanceOf(InvalidDataException.class)
          .hasMessageContaining(
              "is not tiny: its SHA-256 is "
                  + Archives.sha256(changed)
                  + ", not "
                  + download.sha256());
    }
    assertNothingFetched();
    assertThat(root.resolve(".tiny.zip.part")).doesNotExist();
  }

  @Test
  void wrongSizeIsRefusedBeforeTheBytes() throws IOException {
    byte[] longer = Arrays.copyOf(file, file.length + 7);
    try (DataServer server = new DataServer(DataServer.whole(longer))) {
      assertThatThrownBy(() -> fetch(server))
          .isInstanceOf(InvalidDataException.class)
          .hasMessageContaining(
              "the server's file has %d bytes, not %d", longer.length, file.length);
      assertThat(server.requests).hasSize(1);
    }
    try (DataServer server = new DataServer(DataServer.unsized(longer))) {
      assertThatThrownBy(() -> fetch(server))
          .isInstanceOf(InvalidDataException.class)
          .hasMessageContaining("more than the " + file.length + " bytes");
    }
    assertNothingFetched();
  }

  @Test
  void missingFilesAreNotAskedForAgain() throws IOException {
    try (DataServer server = new DataServer(DataServer.status(404))) {
      assertThatThrownBy(() -> fetch(server))
          .isInstanceOf(FetchFailedException.class)
          .hasMessageContaining("answered with status 404")
          .hasMessageContaining(download.sha256());
      assertThat(server.requests).hasSize(1);
    }
    assertNothingFetched();
  }

  @Test
  void followsRedirectsButNotForever() throws IOException {
    try (DataServer server =
        new DataServer(DataServer.redirect("/elsewhere"), DataServer.whole(file))) {
      fetch(server);
      assertFetched();
      assertThat(server.requests.get(1)).startsWith("/elsewhere ");
    }
    FileTree.delete(root);
    try (DataServer server = new DataServer(DataServer.redirect("/again"))) {
      assertThatThrownBy(() -> fetch(server)).hasMessageContaining("redirects more than 5 times");
      assertThat(server.requests).hasSize(6);
    }
    try (DataServer server = new DataServer(DataServer.redirect("ftp://localhost/tiny.zip"))) {
      assertThatThrownBy(() -> fetch(server))
          .hasMessageContaining("redirects to ftp://localhost/tiny.zip, which is not https");
    }
    assertNothingFetched();
  }

  @Test
  void aServerThatFallsSilentIsGivenUp() throws IOException {
    try (DataServer server = new DataServer(DataServer.silent(file, 10), DataServer.status(404))) {
      assertThatThrownBy(() -> fetch(server)).isInstanceOf(FetchFailedException.class);
      assertThat(server.requests).hasSize(2);
    }
  }

  @Test
  void withoutNetworkTellsWhatToDoByHand() throws IOException {
    int port;
    try (ServerSocket socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }
    URI nowhere = URI.create("http://localhost:" + port + PATH);
    assertThatThrownBy(() -> fetcher().fetch(download, Optional.of(nowhere)))
        .isInstanceOf(FetchFailedException.class)
        .hasMessageStartingWith("cannot download " + nowhere + ": no connection")
        .hasMessageContaining("https://example.org/data/tiny.zip")
        .hasMessageContaining("SHA-256 " + download.sha256())
        .hasMessageContaining(root.resolve("tiny.zip").toAbsolutePath().toString());
    assertNothingFetched();

    Files.write(root.resolve("tiny.zip"), file);
    assertThat(fetcher().fetch(download, Optional.of(nowhere))).isTrue();
    assertThat(root.resolve("tiny/tiny-1/README")).hasContent("read me");
    assertThat(root.resolve("tiny.zip")).as("the user's own file").exists();
  }

  @Test
  void aFilePutByHandIsVerified() throws IOException {
    Files.createDirectories(root);
    Files.write(root.resolve("tiny.zip"), new byte[] {1, 2, 3});
    assertThatThrownBy(() -> fetcher().fetch(download, Optional.empty()))
        .isInstanceOf(InvalidDataException.class)
        .hasMessage(root.resolve("tiny.zip") + ": is not tiny: it has 3 bytes, not " + file.length);
    assertNothingFetched();
  }

  @Test
  void archivesWithoutTheFolderAreRefused() throws IOException {
    byte[] other = Archives.zip("tiny-2/ratings.csv", "1");
    download = Archives.download(other);
    try (DataServer server = new DataServer(DataServer.whole(other))) {
      assertThatThrownBy(() -> fetch(server)).hasMessageEndingWith("has no folder tiny-1");
    }
    assertNothingFetched();
  }

  @Test
  void theCacheIsThatOfTheUser() {
    Path home = folder.toAbsolutePath();
    assertThat(DataCache.folder(Optional.empty(), home)).isEqualTo(home.resolve(".cache/recsys4j"));
    assertThat(DataCache.folder(Optional.of("relative"), home))
        .isEqualTo(home.resolve(".cache/recsys4j"));
    assertThat(DataCache.folder(Optional.of(home.resolve("x").toString()), home))
        .isEqualTo(home.resolve("x/recsys4j"));
  }

  @Test
  void movieLensIsListed() {
    assertThat(MovieLensDownloads.all())
        .extracting(Download::name)
        .hasSize(7)
        .doesNotHaveDuplicates()
        .contains("movielens-100k", "movielens-1m", "movielens-32m", "movielens-latest-small");
    assertThat(MovieLensDownloads.all())
        .allSatisfy(it -> assertThat(it.address().getHost()).isEqualTo("files.grouplens.org"))
        .extracting(Download::sha256)
        .doesNotHaveDuplicates();
  }
}
