/**
 * What every plug-in must do, as tests: the kit that this framework's own plug-ins pass, and that
 * authors of others run on theirs.
 *
 * <p>It is the test-jar of {@code recsys-api}; JUnit 5 and AssertJ stand beside it in test scope:
 *
 * <pre>{@code
 * <dependency>
 *   <groupId>org.recsys4j</groupId>
 *   <artifactId>recsys-api</artifactId>
 *   <type>test-jar</type>
 *   <scope>test</scope>
 * </dependency>
 * }</pre>
 *
 * <p>A plug-in passes by a test class that names its factory and options, and inherits the checks:
 *
 * <pre>{@code
 * class ItemKnnContractTest extends RecommenderContract<ItemKnn.Options> {
 *   @Override
 *   protected RecommenderFactory<ItemKnn.Options> factory() {
 *     return new ItemKnn.Factory();
 *   }
 *
 *   @Override
 *   protected ItemKnn.Options options() {
 *     return new ItemKnn.Options(20);
 *   }
 * }
 * }</pre>
 *
 * <ul>
 *   <li>{@link org.recsys4j.api.contract.RecommenderContract}, {@link
 *       org.recsys4j.api.contract.MetricContract}, {@link
 *       org.recsys4j.api.contract.FeatureExtractorContract}, {@link
 *       org.recsys4j.api.contract.CandidatePolicyContract}, {@link
 *       org.recsys4j.api.contract.SplitterContract}, {@link
 *       org.recsys4j.api.contract.PreparationContract}: one for each kind of plug-in;
 *   <li>{@link org.recsys4j.api.contract.Checkerboard} and {@link
 *       org.recsys4j.api.contract.SmallData}: data for tests of your own.
 * </ul>
 */
@NullMarked
package org.recsys4j.api.contract;

import org.jspecify.annotations.NullMarked;
