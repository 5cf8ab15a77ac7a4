package org.recsys4j.api.config;

import com.typesafe.config.ConfigUtil;
import java.util.Locale;
import java.util.regex.Pattern;

/** Names and paths of keys: {@code experiment.models[2].options.learning-rate}. */
public final class Keys {
  private static final Pattern PLAIN = Pattern.compile("[\\p{Alnum}_-]+");
  private static final Pattern KEBAB = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

  private Keys() {}

  /**
   * The path of a key in an object.
   *
   * @param path the object's path, empty for the root
   * @param key the key, quoted in the result where it must be
   * @return {@code path.key}
   */
  public static String child(String path, String key) {
    String name = PLAIN.matcher(key).matches() ? key : ConfigUtil.quoteString(key);
    return path.isEmpty() ? name : path + "." + name;
  }

  /**
   * The path of an element of a list.
   *
   * @param path the list's path
   * @param index the element, from zero
   * @return {@code path[index]}
   */
  public static String element(String path, int index) {
    return path + "[" + index + "]";
  }

  /**
   * The key of a record component or the word of an enum constant.
   *
   * @param name a name in Java: {@code learningRate} or {@code LEARNING_RATE}
   * @return the name in kebab-case: {@code learning-rate}
   */
  public static String kebab(String name) {
    boolean constant = name.equals(name.toUpperCase(Locale.ROOT));
    String dashed = constant ? name.replace('_', '-') : name.replaceAll("(\\p{Upper})", "-$1");
    return dashed.toLowerCase(Locale.ROOT);
  }

  /**
   * Whether a name is in kebab-case: lower-case letters and digits, in words joined by single
   * dashes.
   *
   * @param name any text
   * @return whether a plug-in may bear that name
   */
  public static boolean isKebab(String name) {
    return KEBAB.matcher(name).matches();
  }
}
