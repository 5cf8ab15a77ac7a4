package org.recsys4j.models.nn.kernel;

import org.bytedeco.openblas.global.openblas_nolapack;
import org.nd4j.common.config.ND4JSystemProperties;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOpsHolder;

/**
 * Starts ND4J: quietly, on one native thread, and not before a network is fitted.
 *
 * <p>With several native threads, OpenMP and OpenBLAS wait for one another in busy loops; a
 * training step of small layers then takes several times as long, and far longer on a busy machine.
 * Parallelism is taken in Java, over shards of a batch.
 */
public final class NativeBackend {
  private NativeBackend() {}

  /**
   * Starts ND4J if it was not started yet. Takes one or two seconds the first time.
   *
   * @throws LinkageError if the native libraries cannot be loaded on this machine
   */
  public static void start() {
    Started.touch();
  }

  /**
   * Limits OpenMP to one thread in regions that the calling thread enters. OpenMP keeps this number
   * for each thread apart, so that every shard calls this first; it costs less than a microsecond.
   */
  public static void singleThreaded() {
    NativeOpsHolder.getInstance().getDeviceNativeOps().setOmpNumThreads(1);
  }

  /** Initialised at the first call of {@link #start()}. */
  private static final class Started {
    /** Unless it is 0, JavaCPP reads a file of the system at every allocation. */
    private static final String PHYSICAL_LIMIT = "org.bytedeco.javacpp.maxPhysicalBytes";

    static {
      NativeLogging.throughSlf4j();
      if (System.getProperty(ND4JSystemProperties.LOG_INITIALIZATION) == null) {
        System.setProperty(ND4JSystemProperties.LOG_INITIALIZATION, "false");
      }
      if (System.getProperty(PHYSICAL_LIMIT) == null) {
        System.setProperty(PHYSICAL_LIMIT, "0");
      }
      Nd4j.getEnvironment().setMaxMasterThreads(1);
      // ND4J sets OpenBLAS to all cores when it makes this object, which must be behind us.
      Nd4j.factory().blas().setMaxThreads(1);
      openblas_nolapack.blas_set_num_threads(1);
      singleThreaded();
    }

    private Started() {}

    static void touch() {}
  }
}
