package org.recsys4j.api;

import java.io.IOException;
import java.nio.file.Path;
import java.util.SortedMap;
import org.recsys4j.api.data.InvalidDataException;
import org.recsys4j.api.data.Split;

/** Writes a split to a folder as plain files that other tools can read, and reads it back. */
public interface SplitStore {
  /**
   * Writes {@code train.tsv.gz}, {@code validation.tsv.gz}, {@code test.tsv.gz} and the catalogue;
   * where there are any, fold-in events and candidates, too.
   *
   * @param split what to write
   * @param folder where to; made if it is missing
   * @return SHA-256 of each file's uncompressed content, by file name
   * @throws IOException if writing fails
   */
  SortedMap<String, String> write(Split split, Path folder) throws IOException;

  /**
   * Reads what {@link #write} wrote. The result equals the split that was written.
   *
   * @param folder where it was written
   * @return the split
   * @throws InvalidDataException if a file is damaged or does not match its checksum
   * @throws IOException if reading fails otherwise
   */
  Split read(Path folder) throws IOException;

  /**
   * The checksums of a split that was written before.
   *
   * @param folder where it was written
   * @return what {@link #write} returned; {@link #read} tells whether the files still have them
   * @throws InvalidDataException if the split was not written to its end
   * @throws IOException if reading fails otherwise
   */
  SortedMap<String, String> checksums(Path folder) throws IOException;
}
