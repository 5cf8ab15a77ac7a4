package org.recsys4j.eval.metric;

/** The options of a metric that leaves nothing to choose. */
public record NoOptions() {}
