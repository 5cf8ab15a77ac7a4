package org.recsys4j.api.kit;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Finds the checks of a contract, so that none goes without a proof that it can fail. */
final class Checks {
  private Checks() {}

  static List<String> namesIn(Class<?> contract) {
    return Stream.of(contract.getDeclaredMethods())
        .filter(method -> method.isAnnotationPresent(Test.class))
        .map(method -> method.getName())
        .toList();
  }
}
