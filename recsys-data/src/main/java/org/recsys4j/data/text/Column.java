package org.recsys4j.data.text;

/**
 * A column that is read.
 *
 * @param role what messages call it: {@code user}, {@code timestamp}
 * @param index its place in a row, from 0
 */
public record Column(String role, int index) {}
