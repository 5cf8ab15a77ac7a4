package org.recsys4j.models.nn.kernel;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Chooses the provider of products for this machine, at the first call and not before. */
public final class BlasProviders {
  private static volatile Optional<Blas> inUse = Optional.empty();

  private BlasProviders() {}

  /**
   * The fastest provider: OpenBLAS, limited to one native thread, or {@link #plain()} where its
   * library cannot be loaded. The first call loads the library.
   *
   * @return the same provider at every call
   */
  public static Blas blas() {
    Blas blas = Fastest.BLAS;
    if (inUse.isEmpty()) {
      inUse = Optional.of(blas);
    }
    return blas;
  }

  /**
   * What {@link #blas()} answered before, for reports: asking does not load anything.
   *
   * @return the provider, empty as long as nobody needed one
   */
  public static Optional<Blas> inUse() {
    return inUse;
  }

  /**
   * The provider in plain Java. It is slower by an order of magnitude and needs no library.
   *
   * @return a provider
   */
  public static Blas plain() {
    return new PlainBlas();
  }

  /** Initialised at the first call of {@link #blas()}. */
  private static final class Fastest {
    static final Blas BLAS = load();

    private static Blas load() {
      try {
        return new OpenBlas();
      } catch (LinkageError e) {
        Logger logger = LoggerFactory.getLogger(BlasProviders.class);
        logger.warn("OpenBLAS does not load on this machine, products run in plain Java: {}", e);
        return new PlainBlas();
      }
    }
  }
}
