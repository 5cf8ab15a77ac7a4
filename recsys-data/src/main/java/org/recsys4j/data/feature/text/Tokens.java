package org.recsys4j.data.feature.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.cn.smart.SmartChineseAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.recsys4j.api.data.FeatureRow;

/**
 * Cuts the texts of columns into tokens. Safe for many threads: Lucene keeps what it reuses thread
 * by thread. The only class that knows Lucene, so that nothing of it loads before a text is cut.
 */
final class Tokens {
  private final List<String> columns;
  private final Analyzer analyzer;

  Tokens(List<String> columns, Analyser analyser) {
    this.columns = columns;
    this.analyzer =
        switch (analyser) {
          case STANDARD -> new StandardAnalyzer();
          case ENGLISH -> new EnglishAnalyzer();
          case CHINESE -> new SmartChineseAnalyzer();
        };
  }

  /** All tokens of all columns, in order. */
  List<String> of(FeatureRow row) {
    List<String> tokens = new ArrayList<>();
    for (String column : columns) {
      row.value(column).ifPresent(text -> cut(text, tokens));
    }
    return tokens;
  }

  private void cut(String text, List<String> tokens) {
    try (TokenStream stream = analyzer.tokenStream("", text)) {
      CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        tokens.add(term.toString());
      }
      stream.end();
    } catch (IOException e) {
      throw new UncheckedIOException("a text in memory cannot fail to be read", e);
    }
  }
}
