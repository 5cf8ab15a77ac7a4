package org.recsys4j.api;

import org.recsys4j.api.data.ItemSet;

/**
 * What metrics may know about an evaluation as a whole.
 *
 * @param users how many users are evaluated
 * @param candidates the items that may be recommended to somebody
 */
public record EvaluationContext(int users, ItemSet candidates) {}
