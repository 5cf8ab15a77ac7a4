package org.recsys4j.models.rnn;

/** What a recurrent layer is made of. */
public enum RecurrentCell {
  /** Gated recurrent units (Cho et al. 2014). */
  GRU,
  /** A long short-term memory (Hochreiter and Schmidhuber 1997). */
  LSTM
}
