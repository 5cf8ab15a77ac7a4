/**
 * {@code report.html}: one page about a run that works without a network, in light and dark, on a
 * phone and on paper. {@link org.recsys4j.bench.report.RunReport} reads a run's folder and writes
 * the page. A {@code Section} is a list of blocks, which the template {@code report.mustache} knows
 * how to show; whoever adds a section writes what it says, and no HTML. Every chart has its table.
 */
@NullMarked
package org.recsys4j.bench.report;

import org.jspecify.annotations.NullMarked;
