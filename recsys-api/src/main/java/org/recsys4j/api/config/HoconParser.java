package org.recsys4j.api.config;

import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigIncludeContext;
import com.typesafe.config.ConfigIncluder;
import com.typesafe.config.ConfigIncluderClasspath;
import com.typesafe.config.ConfigIncluderFile;
import com.typesafe.config.ConfigIncluderURL;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigParseOptions;
import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Parses one file with everything that it includes. Typesafe Config's own includer skips missing
 * files, and looks nowhere but on the class path when the including file's path has no folder.
 */
final class HoconParser
    implements ConfigIncluder, ConfigIncluderFile, ConfigIncluderClasspath, ConfigIncluderURL {
  /** A file that is being parsed, with its text, in which to find the line of an include. */
  private record Open(Path file, List<String> lines) {
    int lineOf(String included) {
      for (int i = 0; i < lines.size(); i++) {
        if (lines.get(i).contains("include") && lines.get(i).contains(included)) {
          return i + 1;
        }
      }
      return 1;
    }
  }

  private final Deque<Open> open = new ArrayDeque<>();

  ConfigObject read(Path file) {
    Optional<String> obstacle = obstacle(file);
    if (obstacle.isPresent()) {
      throw new InvalidConfigException(
          List.of(ConfigProblem.inFile(file.toString(), obstacle.get())));
    }
    return parse(file);
  }

  private ConfigObject parse(Path file) {
    ConfigParseOptions options =
        ConfigParseOptions.defaults()
            .setAllowMissing(false)
            .setIncluder(this)
            .setOriginDescription(file.toString());
    return ConfigFactory.parseFile(file.toAbsolutePath().toFile(), options).root();
  }

  /** Why a file cannot be read; if it can, it is now the innermost open one. */
  private Optional<String> obstacle(Path file) {
    if (Files.isDirectory(file)) {
      return Optional.of("this is a folder, not a file");
    }
    try {
      open.push(new Open(file, Files.readAllLines(file)));
      return Optional.empty();
    } catch (NoSuchFileException e) {
      return Optional.of("no such file");
    } catch (AccessDeniedException e) {
      return Optional.of("no permission to read this file");
    } catch (CharacterCodingException e) {
      return Optional.of("this file is not UTF-8 text");
    } catch (IOException e) {
      return Optional.of("cannot be read: " + e.getMessage());
    }
  }

  @Override
  public ConfigObject include(ConfigIncludeContext context, String what) {
    return includeFile(context, new File(what));
  }

  @Override
  public ConfigObject includeFile(ConfigIncludeContext context, File what) {
    Path file = open.element().file().resolveSibling(what.toPath()).normalize();
    if (open.stream().anyMatch(it -> it.file().normalize().equals(file))) {
      throw refused(what.getPath(), "includes itself");
    }
    Optional<String> obstacle = obstacle(file);
    if (obstacle.isPresent()) {
      throw refused(what.getPath(), obstacle.get());
    }
    try {
      return parse(file);
    } finally {
      open.pop();
    }
  }

  @Override
  public ConfigObject includeResources(ConfigIncludeContext context, String what) {
    ClassLoader loader = HoconParser.class.getClassLoader();
    if (loader.getResource(what) == null) {
      throw refused(what, "no such resource on the class path");
    }
    return ConfigFactory.parseResources(loader, what, context.parseOptions()).root();
  }

  @Override
  public ConfigObject includeURL(ConfigIncludeContext context, URL what) {
    throw refused(what.toString(), "nothing is included from the network");
  }

  @Override
  public ConfigIncluder withFallback(ConfigIncluder fallback) {
    return this;
  }

  private InvalidConfigException refused(String included, String reason) {
    Open file = open.element();
    return new InvalidConfigException(
        List.of(
            new ConfigProblem(
                "",
                Optional.of(file.file().toString()),
                OptionalInt.of(file.lineOf(included)),
                "include \"" + included + "\": " + reason)));
  }
}
