package org.recsys4j.api;

import java.io.IOException;
import java.util.List;
import org.recsys4j.api.data.Download;
import org.recsys4j.api.data.EventLog;
import org.recsys4j.api.data.InvalidDataException;

/**
 * Where events come from: an embedded data set, a public layout in a folder, any delimited file.
 *
 * @param <O> the parameters: folder, columns, what to do about bad rows
 */
public interface DatasetSource<O extends Record> extends Configurable<O> {
  /**
   * Reads all events, in the order of the source.
   *
   * @param options the parameters
   * @param context takes progress and warnings
   * @return the events
   * @throws InvalidDataException if a row is wrong, naming file and line
   * @throws IOException if reading fails otherwise
   */
  EventLog read(O options, ReadContext context) throws IOException;

  /**
   * Whether all that is read comes from the files and folders among the options, and from the
   * plug-in itself. If so, and as long as these stay as they are, a run may take prepared data that
   * an earlier one has kept.
   *
   * @return true, but for a source that asks a server or a database
   */
  default boolean readsFilesAlone() {
    return true;
  }

  /**
   * The public data sets that this source reads once they were downloaded. {@code recsys data
   * fetch} gets them, and a missing folder is answered with their names.
   *
   * @return what can be downloaded; nothing for most sources
   */
  default List<Download> downloads() {
    return List.of();
  }
}
