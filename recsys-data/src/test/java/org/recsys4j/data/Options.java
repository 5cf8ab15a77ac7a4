package org.recsys4j.data;

import java.util.List;
import org.recsys4j.api.Configurable;
import org.recsys4j.api.plugin.Configured;
import org.recsys4j.api.plugin.PluginKind;
import org.recsys4j.api.plugin.Plugins;

/** Options as an experiment file would give them. */
public final class Options {
  private static final Plugins PLUGINS = Plugins.of(List.of(new DataPlugin()));

  private Options() {}

  /** All plug-ins of this module. */
  public static Plugins plugins() {
    return PLUGINS;
  }

  /** Reads options over the defaults. */
  public static <T extends Configurable<?>, O extends Record> O of(
      PluginKind<T> kind, String name, Class<O> type, String hocon) {
    Configured<T> configured = PLUGINS.configured(kind, name, hocon);
    return type.cast(configured.options());
  }
}
