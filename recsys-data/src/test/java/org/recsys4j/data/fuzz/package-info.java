/**
 * Bad input: every reader with a corpus of malformed files and with files that nobody thought of. A
 * new source joins with one line in {@link org.recsys4j.data.fuzz.ReaderUnderTest#ALL}.
 */
package org.recsys4j.data.fuzz;
