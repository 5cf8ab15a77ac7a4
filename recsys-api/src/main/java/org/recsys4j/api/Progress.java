package org.recsys4j.api;

/**
 * Where long work shows how far it is. Libraries report here and never print; the command line
 * draws bars.
 */
@FunctionalInterface
public interface Progress {
  /** Shows nothing. */
  Progress SILENT = (name, total, unit) -> Task.SILENT;

  /**
   * Begins a piece of work.
   *
   * @param name what is done, a few words
   * @param total how many units there are, or a negative number if that is unknown
   * @param unit what is counted, in the plural: {@code "rows"}
   * @return the task, to be closed when the work ends
   */
  Task start(String name, long total, String unit);

  /** A piece of work under way. Methods may be called from any thread. */
  interface Task extends AutoCloseable {
    /** Shows nothing. */
    Task SILENT =
        new Task() {
          @Override
          public void advance(long units) {}

          @Override
          public void note(String text) {}

          @Override
          public void close() {}
        };

    /**
     * Some units are done. Cheap, yet not meant for every single row: call it every few thousand.
     *
     * @param units how many more units are done
     */
    void advance(long units);

    /**
     * Shows a short text beside the bar, such as the current loss.
     *
     * @param text a few words
     */
    void note(String text);

    @Override
    void close();
  }
}
