/**
 * The command line: {@link org.recsys4j.bench.cli.RecsysCommand} and one class for each of its
 * verbs.
 *
 * <p>Commands that only read configuration ({@code list}, {@code show}, {@code check}) load neither
 * data nor native libraries, and answer in under a second.
 */
@NullMarked
package org.recsys4j.bench.cli;

import org.jspecify.annotations.NullMarked;
