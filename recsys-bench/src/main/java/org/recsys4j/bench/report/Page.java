package org.recsys4j.bench.report;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * A page in one file. It holds its style, its script and its drawings, and forbids itself by its
 * content security policy to load anything. Texts are escaped.
 *
 * @param title what it is about
 * @param subtitle a line below the title
 * @param sections its parts, from the top; at least one
 */
record Page(String title, String subtitle, List<Section> sections) {
  Page {
    sections = List.copyOf(sections);
  }

  /** Where readers who skip the list of sections go. */
  String first() {
    return sections.get(0).id();
  }

  /** How it looks. */
  String css() {
    return resource("report.css");
  }

  /** What tables and choices do. */
  String script() {
    return resource("report.js");
  }

  /**
   * Writes the page.
   *
   * @param file where to; a file of that name is replaced when the page is complete
   */
  void write(Path file) throws IOException {
    String html = template().execute(this);
    Path temporary = file.resolveSibling("." + file.getFileName() + ".tmp");
    try {
      Files.writeString(temporary, html);
      Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  private static Template template() {
    return Mustache.compiler()
        .emptyStringIsFalse(true)
        .withLoader(name -> new StringReader(resource(name + ".mustache")))
        .compile(resource("report.mustache"));
  }

  private static String resource(String name) {
    try (InputStream in = Page.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the jar of recsys-bench lacks " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // from our own jar
    }
  }
}
