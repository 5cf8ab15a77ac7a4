package org.recsys4j.models.nn.kernel;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Chooses who multiplies the matrices of networks, at the first call and not before. */
final class NativeProducts {
  private NativeProducts() {}

  /** OneDNN, or OpenBLAS where its library cannot be loaded; the same at every call. */
  static Products fastest() {
    return Fastest.PRODUCTS;
  }

  /** Initialised at the first call of {@link #fastest()}. */
  private static final class Fastest {
    static final Products PRODUCTS = load();

    private static Products load() {
      NativeBackend.start(); // whose OpenMP, of one thread, both libraries then share
      try {
        return new OneDnnProducts();
      } catch (LinkageError e) {
        Logger logger = LoggerFactory.getLogger(NativeProducts.class);
        logger.warn("oneDNN does not load on this machine, OpenBLAS multiplies: {}", e.toString());
        return new OpenBlasProducts();
      }
    }
  }
}
