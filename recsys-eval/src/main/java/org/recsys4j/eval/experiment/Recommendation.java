package org.recsys4j.eval.experiment;

/**
 * A recommended item.
 *
 * @param rank its rank, from 1
 * @param item its external id
 * @param title its name for people; the id where the data has none
 * @param score the model's score
 */
public record Recommendation(int rank, String item, String title, float score) {}
