package org.recsys4j.api;

import java.io.IOException;
import java.nio.file.Path;
import org.recsys4j.api.data.Dataset;
import org.recsys4j.api.data.InvalidDataException;

/**
 * Keeps prepared data sets as files that open in a fraction of the time in which they were read.
 */
public interface DatasetStore {
  /**
   * Writes a file, which has its name when it is complete, and not before.
   *
   * @param dataset what to keep
   * @param notes a text of the caller's, kept with it
   * @param file where to; replaced if it is there; its folder is made if that is missing
   * @throws IOException if writing fails; then nothing is left
   */
  void write(Dataset dataset, String notes, Path file) throws IOException;

  /**
   * Reads what {@link #write} wrote.
   *
   * @param file where it was written
   * @return an equal data set, and the notes
   * @throws InvalidDataException if the file is damaged, or of another version
   * @throws IOException if reading fails otherwise
   */
  Stored read(Path file) throws IOException;

  /**
   * What a file holds.
   *
   * @param dataset the data set
   * @param notes what its writer noted
   */
  record Stored(Dataset dataset, String notes) {}
}
