package org.recsys4j.models.nn.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.bytedeco.openblas.global.openblas_nolapack;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class NativeBackendTest {
  /** ND4J sets all cores again when it makes its first product, unless that was anticipated. */
  @Test
  void staysOnOneThreadWhenNd4jMultiplies() {
    NativeBackend.start();
    INDArray a = Nd4j.ones(3, 4);
    INDArray b = Nd4j.ones(4, 2);
    assertThat(a.mmul(b).toFloatMatrix()[2]).containsExactly(4, 4);
    assertThat(openblas_nolapack.blas_get_num_threads()).isEqualTo(1);
    assertThat(Nd4j.getEnvironment().maxMasterThreads()).isEqualTo(1);
  }
}
