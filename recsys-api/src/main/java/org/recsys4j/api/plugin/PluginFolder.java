package org.recsys4j.api.plugin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/**
 * Class loaders over jars that a user names.
 *
 * <p>Of a folder, the files directly in it whose names end in {@code .jar} are taken, in
 * alphabetical order. Nothing outside the named places is read: links that lead out of a folder are
 * refused, and so are jars whose manifest has a {@code Class-Path}, which would make Java follow
 * it.
 */
public final class PluginFolder {
  private PluginFolder() {}

  /**
   * A loader that looks into its parent first, then into the jars.
   *
   * @param jarsOrFolders jars, and folders that hold jars
   * @param parent sees this library
   * @return the loader, which stays open as long as its plug-ins are used
   * @throws InvalidPluginException if a place does not exist, or a jar is damaged or refused
   */
  public static ClassLoader loader(List<Path> jarsOrFolders, ClassLoader parent) {
    List<URL> urls = new ArrayList<>();
    for (Path place : jarsOrFolders) {
      for (Path jar : jars(place)) {
        check(jar);
        urls.add(url(jar));
      }
    }
    return urls.isEmpty() ? parent : new URLClassLoader(urls.toArray(URL[]::new), parent);
  }

  private static List<Path> jars(Path place) {
    if (Files.isRegularFile(place)) {
      return List.of(place);
    }
    if (!Files.isDirectory(place)) {
      throw new InvalidPluginException(place + ": no such jar or folder of plug-ins");
    }
    try (Stream<Path> files = Files.list(place)) {
      Path folder = place.toRealPath();
      List<Path> jars = files.filter(PluginFolder::isJar).sorted().toList();
      for (Path jar : jars) {
        if (!jar.toRealPath().startsWith(folder)) {
          throw new InvalidPluginException(jar + ": is a link that leads out of its folder");
        }
      }
      return jars;
    } catch (IOException e) {
      throw new InvalidPluginException(place + ": cannot be read: " + e.getMessage(), e);
    }
  }

  private static boolean isJar(Path file) {
    return file.toString().toLowerCase(Locale.ROOT).endsWith(".jar");
  }

  private static void check(Path jar) {
    try (JarFile file = new JarFile(jar.toFile())) {
      Manifest manifest = file.getManifest();
      if (manifest != null
          && manifest.getMainAttributes().containsKey(Attributes.Name.CLASS_PATH)) {
        throw new InvalidPluginException(
            jar + ": its manifest has a Class-Path; put those jars beside it and remove the entry");
      }
    } catch (IOException e) {
      throw new InvalidPluginException(jar + ": is not a readable jar: " + e.getMessage(), e);
    }
  }

  private static URL url(Path jar) {
    try {
      return jar.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new UncheckedIOException(e);
    }
  }
}
