/**
 * Ranked lists that any tool produced, measured by the metrics of this project: files in the
 * formats of the Text REtrieval Conference (TREC).
 *
 * <p>{@link org.recsys4j.eval.trec.TrecCollection} reads what is relevant (qrels), what users had
 * before, and the lists (runs), and measures each run. Where definitions coincide, the numbers are
 * those of {@code trec_eval -c}, but for equal scores, which {@code trec_eval} orders by the ids of
 * items: here metrics are expected values over all orders of equal scores, as everywhere.
 *
 * <p>{@link org.recsys4j.eval.trec.TrecId} says how ids are written in these formats, which know
 * neither quotes nor blanks in a field.
 */
@NullMarked
package org.recsys4j.eval.trec;

import org.jspecify.annotations.NullMarked;
