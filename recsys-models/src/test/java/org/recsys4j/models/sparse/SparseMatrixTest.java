package org.recsys4j.models.sparse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.recsys4j.api.contract.SmallData;
import org.recsys4j.api.data.Interactions;
import org.recsys4j.api.data.UserHistory;

class SparseMatrixTest {
  /** User 0: item 3 twice (1 and 2.5), item 1 (4); user 2: item 0 (-1); users 1 and 3 nothing. */
  private static final Interactions EVENTS =
      Interactions.of(
          4,
          5,
          new int[] {0, 0, 2, 0},
          new int[] {3, 1, 0, 3},
          new float[] {1, 4, -1, 2.5f},
          new long[0],
          4);

  @Test
  void addsUpEventsOfOnePair() {
    SparseMatrix matrix = SparseMatrix.of(EVENTS);
    assertThat(matrix.starts()).containsExactly(0, 2, 2, 3, 3);
    assertThat(matrix.columnOf()).containsExactly(1, 3, 0);
    assertThat(matrix.valueOf()).containsExactly(4, 3.5f, -1);
    assertThat(matrix.rows()).isEqualTo(4);
    assertThat(matrix.columns()).isEqualTo(5);
    assertThat(matrix.count(0)).isEqualTo(2);
  }

  @Test
  void transposes() {
    SparseMatrix turned = SparseMatrix.of(EVENTS).transpose();
    assertThat(turned.starts()).containsExactly(0, 1, 2, 2, 3, 3);
    assertThat(turned.columnOf()).containsExactly(2, 0, 0);
    assertThat(turned.valueOf()).containsExactly(-1, 4, 3.5f);
  }

  @Test
  void twoTranspositionsCancel() {
    SparseMatrix matrix = SparseMatrix.of(SmallData.zipf(80, 40, 1500, 7));
    SparseMatrix twice = matrix.transpose().transpose();
    assertThat(twice.starts()).isEqualTo(matrix.starts());
    assertThat(twice.columnOf()).isEqualTo(matrix.columnOf());
    assertThat(twice.valueOf()).isEqualTo(matrix.valueOf());
  }

  @Test
  void keepsCellsThatStayPositive() {
    SparseMatrix matrix = SparseMatrix.of(EVENTS).mapPositive(value -> value - 3.5);
    assertThat(matrix.starts()).containsExactly(0, 1, 1, 1, 1);
    assertThat(matrix.columnOf()).containsExactly(1);
    assertThat(matrix.valueOf()).containsExactly(0.5f);
  }

  @Test
  void takesHistoriesAsRows() {
    List<UserHistory> histories = List.of(UserHistory.of(4, 0, 4), UserHistory.of());
    SparseMatrix matrix = SparseMatrix.of(2, 5, histories::get);
    assertThat(matrix.starts()).containsExactly(0, 2, 2);
    assertThat(matrix.columnOf()).containsExactly(0, 4);
    assertThat(matrix.valueOf()).containsExactly(1, 2);
  }
}
