package org.recsys4j.api;

import java.util.OptionalDouble;

/**
 * What one epoch of training came to.
 *
 * @param epoch number of the epoch, from 1
 * @param loss mean training loss of an example
 * @param validation the validation metric after this epoch, where it was measured
 * @param examples how many training examples were used
 * @param seconds wall time of the epoch, without validation
 */
public record EpochReport(
    int epoch, double loss, OptionalDouble validation, long examples, double seconds) {}
