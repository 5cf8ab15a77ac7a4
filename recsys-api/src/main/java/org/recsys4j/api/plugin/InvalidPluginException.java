package org.recsys4j.api.plugin;

import org.jspecify.annotations.Nullable;

/**
 * Plug-ins cannot be used: a name is bound twice, a jar is damaged, a class is missing. The message
 * is meant for the user.
 */
public final class InvalidPluginException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Reports what is wrong.
   *
   * @param message names the plug-in or jar
   */
  public InvalidPluginException(String message) {
    this(message, null);
  }

  /**
   * Reports what is wrong, with its cause.
   *
   * @param message names the plug-in or jar
   * @param cause what went wrong below, for the author of the plug-in
   */
  public InvalidPluginException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
