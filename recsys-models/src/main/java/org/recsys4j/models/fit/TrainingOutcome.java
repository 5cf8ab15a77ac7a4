package org.recsys4j.models.fit;

import java.util.OptionalDouble;

/**
 * How a training ended.
 *
 * @param epochs how many epochs were run
 * @param bestEpoch the epoch whose parameters the model has now, from 1
 * @param bestValidation what validation gave for it; empty where nothing was measured
 */
public record TrainingOutcome(int epochs, int bestEpoch, OptionalDouble bestValidation) {}
