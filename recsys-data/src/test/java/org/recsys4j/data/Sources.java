package org.recsys4j.data;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.recsys4j.api.DatasetSource;
import org.recsys4j.api.Progress;
import org.recsys4j.api.ReadContext;
import org.recsys4j.api.data.EventLog;
import org.recsys4j.api.plugin.Configured;
import org.recsys4j.api.plugin.PluginKind;

/** Reads sources as an experiment file would have them read. */
public final class Sources {
  /** Parsing options takes longer than reading the small files of a test. */
  private static final Map<String, Configured<DatasetSource<?>>> CONFIGURED =
      new ConcurrentHashMap<>();

  private Sources() {}

  /**
   * Reads all events.
   *
   * @param name the source's name
   * @param options HOCON, over the defaults
   * @param warnings takes what the source warns of
   */
  @SuppressWarnings("unchecked") // the registry pairs sources with options of their types
  public static EventLog read(String name, String options, Consumer<String> warnings)
      throws IOException {
    Configured<DatasetSource<?>> configured =
        CONFIGURED.computeIfAbsent(
            name + ' ' + options,
            key -> Options.plugins().configured(PluginKind.SOURCE, name, options));
    DatasetSource<Record> source = (DatasetSource<Record>) configured.plugin();
    return source.read(configured.options(), new ReadContext(Progress.SILENT, warnings));
  }
}
