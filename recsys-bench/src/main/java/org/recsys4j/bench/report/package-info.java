/**
 * {@code report.html}: one page about a run, or about several that were joined, that works without
 * a network, in light and dark, on a phone and on paper. {@link
 * org.recsys4j.bench.report.RunReport} reads a run's folder and writes the page, {@link
 * org.recsys4j.bench.report.JoinedReport} that of joined runs. A {@code Section} is a list of
 * blocks, which the template {@code block.mustache} knows how to show; whoever adds a section
 * writes what it says, and no HTML. Every chart has its table, and what holds for each of several
 * metrics is a choice.
 */
@NullMarked
package org.recsys4j.bench.report;

import org.jspecify.annotations.NullMarked;
