package org.recsys4j.api.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.typesafe.config.ConfigObject;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReferenceConfigTest {
  @TempDir Path folder;

  private Path jar(String name, String reference) throws IOException {
    Path jar = Files.createDirectory(folder.resolve(name));
    Files.writeString(jar.resolve("reference.conf"), reference);
    return jar;
  }

  private static ReferenceConfig load(Path... jars) throws IOException {
    URL[] urls = new URL[jars.length];
    for (int i = 0; i < jars.length; i++) {
      urls[i] = jars[i].toUri().toURL();
    }
    try (URLClassLoader loader = new URLClassLoader(urls, ClassLoader.getPlatformClassLoader())) {
      return ReferenceConfig.load(loader);
    }
  }

  @Test
  void defaultsOfAllJarsAreFoundWithTheirComments() throws IOException {
    ReferenceConfig reference =
        load(
            jar(
                "a",
                "# About the file\n\nrecsys.models.ease {\n  # Weight of\n  # the penalty\n  x = 200\n}"),
            jar("b", "recsys { models { ials { y = ${recsys.shared} } }, shared = 5 }"),
            jar("c", "akka.http.port = ${unrelated.key}"));

    ConfigObject ease = reference.defaults("models", "ease");
    assertThat(ease.get("x").unwrapped()).isEqualTo(200);
    assertThat(ReferenceConfig.meaning(ease.get("x"))).isEqualTo("Weight of the penalty");
    assertThat(reference.defaults("models", "ials").get("y").unwrapped()).isEqualTo(5);
    assertThat(reference.defaults("models", "no-such")).isEmpty();
    assertThat(reference.defaults("models")).containsOnlyKeys("ease", "ials");
  }

  @Test
  void oneSectionMayNotBeSetByTwoJars() throws IOException {
    Path a = jar("a", "recsys.models.ease.x = 200");
    Path b = jar("b", "\nrecsys.models.ease.y = 1");

    assertThatThrownBy(() -> load(a, b))
        .isInstanceOf(InvalidConfigException.class)
        .hasMessageContaining("recsys.models.ease: set already by")
        .hasMessageContaining(a.toString())
        .hasMessageContaining(b + "/reference.conf:2");
  }

  @Test
  void aMalformedFileIsNamed() throws IOException {
    Path a = jar("a", "recsys {\n  models = [\n");

    assertThatThrownBy(() -> load(a))
        .isInstanceOf(InvalidConfigException.class)
        .hasMessageContaining(a + "/reference.conf:3");
  }
}
