/**
 * JSON with one object a line: {@link org.recsys4j.data.json.JsonLines} streams {@link
 * org.recsys4j.data.json.JsonRow}s, of which it keeps the fields that are asked for and nothing
 * else.
 *
 * <p>Memory is bounded: a few buffers, and at most {@link
 * org.recsys4j.data.json.JsonLines#LONGEST_LINE} bytes of one line.
 */
@NullMarked
package org.recsys4j.data.json;

import org.jspecify.annotations.NullMarked;
