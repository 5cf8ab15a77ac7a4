package org.recsys4j.models.nn.kernel;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Chooses who multiplies the matrices of networks, at the first call and not before. */
final class NativeProducts {
  private static volatile Optional<String> inUse = Optional.empty();

  private NativeProducts() {}

  /** The library that was chosen, empty as long as nobody needed one. */
  static Optional<String> inUse() {
    return inUse;
  }

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
        OneDnnProducts products = new OneDnnProducts();
        inUse = Optional.of(OneDnnProducts.library());
        return products;
      } catch (LinkageError e) {
        Logger logger = LoggerFactory.getLogger(NativeProducts.class);
        logger.warn("oneDNN does not load on this machine, OpenBLAS multiplies: {}", e.toString());
        inUse = Optional.of(OpenBlas.library());
        return new OpenBlasProducts();
      }
    }
  }
}
