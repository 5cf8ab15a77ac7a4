package org.recsys4j.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.recsys4j.api.contract.SmallData;
import org.recsys4j.api.data.Interactions;
import org.recsys4j.api.data.UserHistory;

class UserBatchTest {
  private static final Interactions LOG =
      SmallData.of(3, 4, new int[] {0, 1}, new int[] {2, 3}, new int[] {2, 0});

  @Test
  void takesUsersWithTheirHistories() {
    int[] users = {1, 2, 0, 2};
    UserBatch batch = UserBatch.of(users, 1, 3, LOG);
    users[1] = 0;
    assertThat(batch.size()).isEqualTo(2);
    assertThat(batch.user(0)).isEqualTo(2);
    assertThat(batch.history(0).size()).isEqualTo(2);
    assertThat(batch.history(1).item(0)).isEqualTo(1);
    assertThat(UserBatch.of(users, 2, 2, LOG).size()).isZero();
    assertThatCode(() -> batch.requireKnownUsers("ease")).doesNotThrowAnyException();
  }

  @Test
  void someUsersMayBeNewAndStillHaveTheirHistories() {
    UserBatch batch = UserBatch.of(new int[] {1, 2, 0}, 0, 3, LOG, user -> user == 2);
    assertThat(batch.user(0)).isEqualTo(1);
    assertThat(batch.user(1)).isEqualTo(UserBatch.NEW_USER);
    assertThat(batch.user(2)).isZero();
    assertThat(batch.history(1).size()).isEqualTo(2);
  }

  @Test
  void newUsersAreRefusedByThoseWhoMust() {
    UserBatch batch = UserBatch.ofNewUsers(List.of(UserHistory.of(3), UserHistory.of()));
    assertThat(batch.user(1)).isEqualTo(UserBatch.NEW_USER);
    assertThat(batch.history(0).item(0)).isEqualTo(3);
    assertThatExceptionOfType(UnknownUserException.class)
        .isThrownBy(() -> batch.requireKnownUsers("bpr-mf"))
        .withMessageStartingWith("bpr-mf learns a vector for each user");
    assertThatExceptionOfType(UnknownUserException.class)
        .isThrownBy(
            () -> UserBatch.of(UserBatch.NEW_USER, UserHistory.of()).requireKnownUsers("neumf"));
  }
}
