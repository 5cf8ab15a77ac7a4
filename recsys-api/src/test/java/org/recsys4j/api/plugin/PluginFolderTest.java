package org.recsys4j.api.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recsys4j.api.plugin.Samples.RivalPlugin;
import org.recsys4j.api.plugin.Samples.SamplePlugin;

class PluginFolderTest {
  @TempDir Path folder;

  /** A jar that names a plug-in; the class itself is on the class path of this test. */
  private Path jar(String name, String plugin, String classPath) throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    if (!classPath.isEmpty()) {
      manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, classPath);
    }
    Path jar = folder.resolve(name);
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file, manifest)) {
      add(out, "META-INF/services/" + RecsysPlugin.class.getName(), plugin + "\n");
      add(out, "reference.conf", "recsys.models.ease {\n  # Weight\n  regularisation = 7\n}\n");
    }
    return jar;
  }

  private static void add(JarOutputStream out, String name, String text) throws IOException {
    out.putNextEntry(new JarEntry(name));
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.closeEntry();
  }

  private Plugins load(Path... places) {
    return Plugins.load(List.of(places));
  }

  @Test
  void jarsOfAFolderAreFoundWithTheirDefaults() throws IOException {
    jar("sample.jar", RivalPlugin.class.getName(), "");
    Files.writeString(folder.resolve("notes.txt"), "no jar");

    Plugins plugins = load(folder);

    assertThat(plugins.recommenders().contains("ease")).isTrue();
    assertThat(plugins.configured(PluginKind.MODEL, "ease").options())
        .isEqualTo(new Samples.EaseOptions(7));
    assertThat(load(folder.resolve("sample.jar")).metrics().contains("rmse")).isTrue();
  }

  @Test
  void withoutJarsNothingIsAdded() {
    ClassLoader parent = getClass().getClassLoader();

    assertThat(PluginFolder.loader(List.of(folder), parent)).isSameAs(parent);
  }

  @Test
  void aNameThatTwoJarsBindIsRefused() throws IOException {
    jar("a.jar", RivalPlugin.class.getName(), "");
    jar("b.jar", SamplePlugin.class.getName(), "");

    assertThatThrownBy(() -> load(folder))
        .hasMessageContaining("recsys.models.ease: set already by")
        .hasMessageContaining("a.jar");
    assertThatThrownBy(
            () ->
                Plugins.of(
                    PluginModules.find(
                        PluginFolder.loader(List.of(folder), getClass().getClassLoader())),
                    Samples.REFERENCE))
        .isInstanceOf(InvalidPluginException.class)
        .hasMessageStartingWith("model \"ease\" is bound twice: by ");
  }

  @Test
  void badPlacesAndJarsAreNamed() throws IOException {
    Path text = Files.writeString(folder.resolve("text.jar"), "this is no jar");
    Path gone = folder.resolve("gone");
    Path missing = jar("missing.jar", "org.example.NoSuchPlugin", "");
    Path leading = jar("leading.jar", RivalPlugin.class.getName(), "../elsewhere.jar");

    assertThatThrownBy(() -> load(gone))
        .isInstanceOf(InvalidPluginException.class)
        .hasMessage(gone + ": no such jar or folder of plug-ins");
    assertThatThrownBy(() -> load(text))
        .isInstanceOf(InvalidPluginException.class)
        .hasMessageStartingWith(text + ": is not a readable jar: ");
    assertThatThrownBy(() -> load(missing))
        .isInstanceOf(InvalidPluginException.class)
        .hasMessage("a plug-in cannot be loaded: Provider org.example.NoSuchPlugin not found");
    assertThatThrownBy(() -> load(leading))
        .isInstanceOf(InvalidPluginException.class)
        .hasMessageStartingWith(leading + ": its manifest has a Class-Path");
  }

  @Test
  void linksOutOfTheFolderAreRefused() throws IOException {
    Path jar = jar("sample.jar", RivalPlugin.class.getName(), "");
    Path inner = Files.createDirectory(folder.resolve("inner"));
    Path link = Files.createSymbolicLink(inner.resolve("link.jar"), jar);

    assertThatThrownBy(() -> load(inner))
        .isInstanceOf(InvalidPluginException.class)
        .hasMessage(link + ": is a link that leads out of its folder");
  }
}
