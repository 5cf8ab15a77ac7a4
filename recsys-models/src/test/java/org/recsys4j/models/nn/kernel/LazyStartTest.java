package org.recsys4j.models.nn.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.recsys4j.api.Configurable;
import org.recsys4j.models.dnn.NeuMf;
import org.recsys4j.models.linear.Ease;

/** What {@code recsys list} and {@code recsys show} touch loads no native library. */
class LazyStartTest {
  private static final List<String> SLOW =
      List.of("org.nd4j.", "org.deeplearning4j.", "org.bytedeco.");

  @Test
  void factoriesLoadNoClassOfANativeLibrary() throws Exception {
    for (Class<?> factory : List.of(NeuMf.Factory.class, Ease.Factory.class)) {
      List<String> loaded = new ArrayList<>();
      try (URLClassLoader loader = recording(loaded)) {
        Class<?> type = Class.forName(factory.getName(), true, loader);
        Object instance = type.getConstructor().newInstance();
        for (String method : List.of("optionsType", "summary", "reference")) {
          type.getMethod(method).invoke(instance);
        }
        assertThat(type.getMethods()).isNotEmpty(); // as an injector looks at them
        assertThat(type.getDeclaredFields()).isEmpty();
      }
      assertThat(loaded).contains(factory.getName(), Configurable.class.getName());
      assertThat(loaded).noneMatch(name -> SLOW.stream().anyMatch(name::startsWith));
    }
  }

  /** Loads all classes anew, save the JDK's, and writes their names down. */
  private static URLClassLoader recording(List<String> loaded) throws IOException {
    return new URLClassLoader(classPath(), ClassLoader.getPlatformClassLoader()) {
      @Override
      protected Class<?> findClass(String name) throws ClassNotFoundException {
        loaded.add(name);
        return super.findClass(name);
      }
    };
  }

  private static URL[] classPath() throws MalformedURLException {
    List<URL> urls = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      urls.add(new File(entry).toURI().toURL());
    }
    return urls.toArray(URL[]::new);
  }
}
