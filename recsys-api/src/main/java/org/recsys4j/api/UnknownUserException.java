package org.recsys4j.api;

import java.io.Serial;

/** A user who was not there in training was given to a model that cannot score new users. */
public final class UnknownUserException extends IllegalArgumentException {
  @Serial private static final long serialVersionUID = 1L;

  /**
   * An exception for a model.
   *
   * @param model the kind of model, for the message
   */
  public UnknownUserException(String model) {
    super(
        model
            + " learns a vector for each user and cannot score a user unseen in training;"
            + " fit it again with this user, or use a model that scores from the history");
  }
}
