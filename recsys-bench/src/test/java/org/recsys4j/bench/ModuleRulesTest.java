package org.recsys4j.bench;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.recsys4j.api.Configurable;
import org.recsys4j.api.Recommender;

/** The rules of the modules: who may know whom. */
@AnalyzeClasses(packages = "org.recsys4j", importOptions = ModuleRulesTest.MainClasses.class)
class ModuleRulesTest {
  private static final String API = "org.recsys4j.api..";
  private static final String DATA = "org.recsys4j.data..";
  private static final String MODELS = "org.recsys4j.models..";
  private static final String EVAL = "org.recsys4j.eval..";
  private static final String BENCH = "org.recsys4j.bench..";

  /** Leaves out tests and the contract kit. */
  static final class MainClasses implements ImportOption {
    @Override
    public boolean includes(Location location) {
      return !location.contains("/test-classes/") && !location.contains("-tests.jar");
    }
  }

  private static ArchRule independent(String module, String... others) {
    return noClasses()
        .that()
        .resideInAPackage(module)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(others);
  }

  @ArchTest static final ArchRule API_KNOWS_NOBODY = independent(API, DATA, MODELS, EVAL, BENCH);

  @ArchTest static final ArchRule DATA_KNOWS_THE_API = independent(DATA, MODELS, EVAL, BENCH);

  @ArchTest static final ArchRule MODELS_KNOW_THE_API = independent(MODELS, DATA, EVAL, BENCH);

  @ArchTest static final ArchRule EVAL_KNOWS_THE_API = independent(EVAL, DATA, MODELS, BENCH);

  /** But for a benchmark whose yardstick is the bare native product. */
  @ArchTest
  static final ArchRule DEEPLEARNING4J_IN_MODELS_ALONE =
      noClasses()
          .that()
          .resideOutsideOfPackage(MODELS)
          .and()
          .haveNameNotMatching(".*\\.FullRankingBenchmark(\\$.*)?")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.deeplearning4j..", "org.nd4j..", "org.bytedeco..");

  @ArchTest
  static final ArchRule GUICE_WHERE_PLUGINS_ARE_BOUND =
      noClasses()
          .that()
          .resideOutsideOfPackages("org.recsys4j.api.plugin..")
          .and()
          .haveSimpleNameNotEndingWith("Plugin")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.google.inject..");

  @ArchTest
  static final ArchRule CONFIG_AT_THE_EDGE_OF_THE_API =
      noClasses()
          .that()
          .resideInAPackage(API)
          .and()
          .resideOutsideOfPackages("org.recsys4j.api.config..", "org.recsys4j.api.plugin..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.typesafe.config..");

  @ArchTest
  static final ArchRule LIBRARIES_DO_NOT_PRINT =
      noClasses().that().resideOutsideOfPackage(BENCH).should(ACCESS_STANDARD_STREAMS);

  @ArchTest
  static final ArchRule LIBRARIES_DO_NOT_END_THE_PROCESS =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.recsys4j.bench.cli..")
          .should()
          .callMethod(System.class, "exit", int.class);

  @ArchTest
  static final ArchRule MODELS_ARE_FINAL =
      classes()
          .that()
          .implement(Recommender.class)
          .or()
          .implement(Configurable.class)
          .and()
          .areNotInterfaces()
          .should()
          .haveModifier(JavaModifier.FINAL)
          .orShould()
          .beAnonymousClasses();

  @ArchTest
  static void noPackageLivesInTwoJars(JavaClasses all) {
    Map<String, TreeSet<String>> homes = new TreeMap<>();
    for (JavaClass each : all) {
      homes.computeIfAbsent(each.getPackageName(), name -> new TreeSet<>()).add(home(each));
    }
    assertThat(homes).as("packages found").hasSizeGreaterThan(20);
    assertThat(homes).allSatisfy((name, jars) -> assertThat(jars).as(name).hasSize(1));
  }

  /** The jar or folder that a class came from. */
  private static String home(JavaClass each) {
    String uri = each.getSource().orElseThrow().getUri().toString();
    return uri.substring(0, uri.length() - each.getName().length() - ".class".length());
  }

  /** All modules are there: rules about classes that are not found would hold for nothing. */
  @ArchTest
  static void everyModuleIsLookedAt(JavaClasses all) {
    for (String module : new String[] {"api", "data", "models", "eval", "bench"}) {
      assertThat(
              all.that(
                  DescribedPredicate.describe(
                      "in " + module,
                      (JavaClass each) ->
                          each.getPackageName().startsWith("org.recsys4j." + module))))
          .as(module)
          .isNotEmpty();
    }
  }

  /** The rules can fail: they find what is known where it may be. */
  @ArchTest
  static void everyKindOfRuleCanFail(JavaClasses all) {
    assertThat(independent(BENCH, EVAL).evaluate(all).hasViolation()).isTrue();
    assertThat(independent(MODELS, "org.bytedeco..").evaluate(all).hasViolation()).isTrue();
    assertThat(
            noClasses()
                .that()
                .resideInAPackage(BENCH)
                .should()
                .callMethod(System.class, "exit", int.class)
                .evaluate(all)
                .hasViolation())
        .isTrue();
  }
}
