package org.recsys4j.api.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OptionDescriptionTest {
  enum BadRows {
    FAIL,
    SKIP
  }

  record Inner(boolean on) {}

  record Options(
      @Range(min = 1, max = 10_000) int factors,
      @Range(min = 0, minExclusive = true) double learningRate,
      @Range(min = 1) List<Integer> layers,
      Map<String, Double> weights,
      Optional<Path> cache,
      Path folder,
      BadRows badRows,
      String name,
      List<Class<?>> other,
      Inner inner,
      @Flat Shared shared) {}

  record Shared(@Range(min = 0) int warmUp, String mode) {}

  @Test
  void eachOptionIsDescribed() {
    List<OptionDescription> all =
        OptionDescription.of(
            Options.class,
            ConfigFiles.parse(
                """
                # Length of a user's vector
                factors = 64
                # Step size
                learning-rate = 1e-3
                layers = [64, 32]
                weights { a = 1 }
                cache = null
                # Where the data is
                folder = null
                bad-rows = fail
                name = "a b"
                inner {
                  # Whether
                  # it is on
                  on = true
                }
                # Steps
                warm-up = 3
                mode = m
                """,
                "reference"));

    assertThat(all)
        .containsExactly(
            new OptionDescription(
                "factors", "whole number", "64", "1 to 10000", "Length of a user's vector"),
            new OptionDescription("learning-rate", "number", "1e-3", "> 0", "Step size"),
            new OptionDescription("layers", "list of whole number", "[64,32]", ">= 1", ""),
            new OptionDescription("weights", "map to number", "{\"a\":1}", "", ""),
            new OptionDescription("cache", "path", "none", "", ""),
            new OptionDescription("folder", "path", "required", "", "Where the data is"),
            new OptionDescription("bad-rows", "fail | skip", "fail", "", ""),
            new OptionDescription("name", "text", "a b", "", ""),
            new OptionDescription("other", "list of class", "required", "", ""),
            new OptionDescription("inner.on", "true | false", "true", "", "Whether it is on"),
            new OptionDescription("warm-up", "whole number", "3", ">= 0", "Steps"),
            new OptionDescription("mode", "text", "m", "", ""));
  }
}
