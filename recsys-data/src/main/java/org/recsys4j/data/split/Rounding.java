package org.recsys4j.data.split;

/** What becomes of a fraction of an event, where a share of a user's events is held out. */
public enum Rounding {
  /** One more event: every user with two or more is tested, and shares are never too small. */
  UP {
    @Override
    int count(double share, int events) {
      return (int) Math.ceil(share * events - TOLERANCE);
    }
  },
  /** None, except that a share that comes to less than one event gives one. */
  DOWN {
    @Override
    int count(double share, int events) {
      return share == 0 ? 0 : Math.max(1, (int) (share * events + TOLERANCE));
    }
  };

  /** What a product such as 0.29 * 100 may lack of the whole number that it stands for. */
  private static final double TOLERANCE = 1e-9;

  /** How many of a user's events a share is. */
  abstract int count(double share, int events);

  /** The same, but one event less where it would be all of them. */
  int countLeavingOne(double share, int events) {
    return Math.min(count(share, events), Math.max(0, events - 1));
  }
}
