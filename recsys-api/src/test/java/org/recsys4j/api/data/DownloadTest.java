package org.recsys4j.api.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class DownloadTest {
  private static final String SHA = "0123456789abcdef".repeat(4);

  private static Download download(String name, String address, String sha256, String folder) {
    Download.Terms terms = new Download.Terms("x", "y", URI.create("https://example.org/t"));
    return new Download(name, "a title", URI.create(address), 1, sha256, folder, terms);
  }

  @Test
  void theFileIsTheEndOfTheAddress() {
    Download zip = download("a-1", "https://example.org/d/a.zip?x=1", SHA, "a");
    assertThat(zip.fileName()).isEqualTo("a.zip");
    assertThat(zip.isArchive()).isTrue();
    assertThat(download("a-1", "https://example.org/a.csv.gz", SHA, "").isArchive()).isFalse();
  }

  @Test
  void whatIsNotSafeIsRefused() {
    String address = "https://example.org/a.zip";
    assertThatThrownBy(() -> download("../a", address, SHA, "a")).hasMessageStartingWith("name: ");
    assertThatThrownBy(() -> download("a", "http://example.org/a.zip", SHA, "a"))
        .hasMessage("address: http://example.org/a.zip is not an https address");
    assertThatThrownBy(() -> download("a", "https://example.org/", SHA, "a"))
        .hasMessageStartingWith("address: ");
    assertThatThrownBy(() -> download("a", address, SHA.substring(1), "a"))
        .hasMessageStartingWith("sha256: ");
    assertThatThrownBy(() -> download("a", address, SHA, "..")).hasMessageStartingWith("folder: ");
    assertThatThrownBy(() -> download("a", address, SHA, "a/b")).hasMessageStartingWith("folder: ");
  }

  @Test
  void theHintNamesWhatThePathIsCalledAfter() {
    List<Download> all =
        List.of(
            download("movies-1m", "https://example.org/a.zip", SHA, "ml-1m"),
            download("movies-2m", "https://example.org/b.zip", SHA, "ml-2M"));
    assertThat(Download.hint(Path.of("/data/ml-2m"), all))
        .isEqualTo("; recsys data fetch movies-2m downloads it");
    assertThat(Download.hint(Path.of("x/movies-1m/other"), all))
        .isEqualTo("; recsys data fetch movies-1m downloads it");
    assertThat(Download.hint(Path.of("elsewhere"), all))
        .isEqualTo("; recsys data fetch downloads movies-1m, movies-2m");
    assertThat(Download.hint(Path.of("elsewhere"), List.of())).isEmpty();
  }
}
