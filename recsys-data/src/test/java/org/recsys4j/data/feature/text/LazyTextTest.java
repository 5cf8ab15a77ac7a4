package org.recsys4j.data.feature.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What {@code recsys list} and an injector touch loads nothing of Lucene. */
class LazyTextTest {
  @Test
  void factoriesLoadNoClassOfLucene() throws Exception {
    List<URL> urls = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      urls.add(new File(entry).toURI().toURL());
    }
    List<String> loaded = new ArrayList<>();
    try (URLClassLoader loader =
        new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader()) {
          @Override
          protected Class<?> findClass(String name) throws ClassNotFoundException {
            loaded.add(name);
            return super.findClass(name);
          }
        }) {
      for (Class<?> factory : List.of(TextTfidf.class, TextSequence.class)) {
        Class<?> type = Class.forName(factory.getName(), true, loader);
        Object instance = type.getConstructor().newInstance();
        type.getMethod("optionsType").invoke(instance);
        type.getMethod("summary").invoke(instance);
        assertThat(type.getMethods()).isNotEmpty(); // as an injector looks at them
      }
      assertThat(loaded)
          .contains(TextSequence.class.getName())
          .noneMatch(name -> name.startsWith("org.apache.lucene."));
    }
  }
}
