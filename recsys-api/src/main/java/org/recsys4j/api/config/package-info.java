/**
 * From HOCON to checked records.
 *
 * <p>An experiment file is read in three steps:
 *
 * <ol>
 *   <li>{@link org.recsys4j.api.config.ConfigFiles} parses it, applies {@code --set key=value}
 *       overrides and resolves substitutions;
 *   <li>{@link org.recsys4j.api.config.RecordReader} turns its objects into records, with defaults
 *       from {@link org.recsys4j.api.config.ReferenceConfig}, the {@code reference.conf} files of
 *       all jars;
 *   <li>{@link org.recsys4j.api.config.Problems} gathers what is wrong on the way, so that a user
 *       sees all of it at once, each with key, file and line, in one {@link
 *       org.recsys4j.api.config.InvalidConfigException}.
 * </ol>
 *
 * <p>An options record says what is legal once, with {@link org.recsys4j.api.config.Range}:
 *
 * <pre>{@code
 * public record Options(
 *     @Range(min = 1, max = 10_000) int factors,
 *     @Range(min = 0, minExclusive = true) double learningRate) {
 *   public Options {
 *     Check.components(Options.class, factors, learningRate);
 *   }
 * }
 * }</pre>
 *
 * <p>The annotation is used three times: by {@link org.recsys4j.api.config.Check#components} for
 * whoever constructs the record in Java, by the reader, which reports every bad key of a file
 * before it constructs anything, and by {@link org.recsys4j.api.config.OptionDescription}, which
 * prints it. The component {@code learningRate} is the key {@code learning-rate}. Options that
 * several records have in common are a record of their own, which is {@link
 * org.recsys4j.api.config.Flat} in each.
 */
@NullMarked
package org.recsys4j.api.config;

import org.jspecify.annotations.NullMarked;
