package org.recsys4j.api.plugin;

import java.util.Collections;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.recsys4j.api.Configurable;

/**
 * The plug-ins of one kind, by name. Immutable.
 *
 * @param <T> their contract
 */
public final class NamedRegistry<T extends Configurable<?>> {
  private final PluginKind<T> kind;
  private final Map<String, T> plugins;

  /**
   * Makes a registry.
   *
   * @param kind what is in it
   * @param plugins the plug-ins by name
   */
  public NamedRegistry(PluginKind<T> kind, Map<String, ? extends T> plugins) {
    this.kind = kind;
    this.plugins = Collections.unmodifiableMap(new TreeMap<>(plugins));
  }

  /**
   * What is in it.
   *
   * @return the kind
   */
  public PluginKind<T> kind() {
    return kind;
  }

  /**
   * All names.
   *
   * @return the names in alphabetical order
   */
  public SortedSet<String> names() {
    return Collections.unmodifiableSortedSet(new TreeSet<>(plugins.keySet()));
  }

  /**
   * Whether a name exists.
   *
   * @param name any text
   * @return whether {@link #get} finds it
   */
  public boolean contains(String name) {
    return plugins.containsKey(name);
  }

  /**
   * A plug-in.
   *
   * @param name its name
   * @return the plug-in
   * @throws UnknownNameException if there is none, naming those there are, nearest first
   */
  public T get(String name) {
    T plugin = plugins.get(name);
    if (plugin == null) {
      throw new UnknownNameException(kind, name, plugins.keySet());
    }
    return plugin;
  }
}
