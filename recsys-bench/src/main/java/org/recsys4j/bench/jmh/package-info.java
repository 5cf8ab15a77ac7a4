/**
 * JMH benchmarks, one question a class. Build with {@code mvn -Dquick package}, then
 *
 * <pre>{@code
 * java -cp 'recsys-bench/target/recsys/lib/*' org.openjdk.jmh.Main TopSelection
 * }</pre>
 *
 * <p>{@code -l} lists them, {@code -p items=3706} fixes a parameter, {@code -f 1 -wi 2 -i 3} makes
 * a quick, rough run. Nothing else should run on the machine meanwhile.
 *
 * <ul>
 *   <li>{@link org.recsys4j.bench.jmh.TopSelectionBenchmark}: the best n of a row of scores;
 *   <li>{@link org.recsys4j.bench.jmh.MetricBenchmark}: one metric of one user;
 *   <li>{@link org.recsys4j.bench.jmh.MetricCostBenchmark}: all metrics of accuracy beside the
 *       scores of a factor model;
 *   <li>{@link org.recsys4j.bench.jmh.BlockScoringBenchmark}: a block of users, by model and size
 *       of block;
 *   <li>{@link org.recsys4j.bench.jmh.FullRankingBenchmark}: everybody's metrics beside the bare
 *       products;
 *   <li>{@link org.recsys4j.bench.jmh.DataReadingBenchmark}: events from a CSV file, and from the
 *       file of a prepared data set.
 * </ul>
 *
 * <p>Data follow Zipf's law, as real interactions do ({@link org.recsys4j.bench.jmh.ZipfData}):
 * uniform data hide what ties, skewed rows and caches cost.
 */
@NullMarked
package org.recsys4j.bench.jmh;

import org.jspecify.annotations.NullMarked;
