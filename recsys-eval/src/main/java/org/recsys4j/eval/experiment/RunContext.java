package org.recsys4j.eval.experiment;

import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Consumer;
import org.recsys4j.api.Progress;
import org.recsys4j.api.concurrent.Workers;

/**
 * The circumstances of a run. None of them changes a metric.
 *
 * @param out the folder in which the run's own folder is made
 * @param workers threads to compute on
 * @param progress where long work shows how far it is
 * @param notices takes what the user should know before the end: warnings of sources, models that
 *     failed
 * @param clock tells the time that names the run's folder
 */
public record RunContext(
    Path out, Workers workers, Progress progress, Consumer<String> notices, Clock clock) {}
