package org.recsys4j.models.nn.kernel;

/**
 * Lets JavaCPP, which loads the native libraries, speak through SLF4J like everything else here; by
 * itself it writes to the standard error. Called before its first class is used.
 */
final class NativeLogging {
  private static final String LOGGER = "org.bytedeco.javacpp.logger";

  private NativeLogging() {}

  static void throughSlf4j() {
    if (System.getProperty(LOGGER) == null) {
      System.setProperty(LOGGER, "slf4j");
    }
  }
}
