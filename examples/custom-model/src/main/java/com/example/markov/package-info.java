/** A model that another jar adds to recsys4j: {@link com.example.markov.MarkovChain}. */
package com.example.markov;
