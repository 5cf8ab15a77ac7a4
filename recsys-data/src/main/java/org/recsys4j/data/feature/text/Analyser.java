package org.recsys4j.data.feature.text;

/** How a text is cut into tokens. */
public enum Analyser {
  /** Words by the Unicode rules (UAX 29), in lower case; each Chinese character is a word. */
  STANDARD,
  /** The same without English stop words, stemmed by Porter's algorithm. */
  ENGLISH,
  /** Simplified Chinese cut into words by a hidden Markov model, and English stemmed. */
  CHINESE
}
