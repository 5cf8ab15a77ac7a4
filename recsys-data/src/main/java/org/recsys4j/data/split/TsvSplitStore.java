package org.recsys4j.data.split;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.recsys4j.api.SplitStore;
import org.recsys4j.api.data.CandidateLists;
import org.recsys4j.api.data.Catalogue;
import org.recsys4j.api.data.Interactions;
import org.recsys4j.api.data.InvalidDataException;
import org.recsys4j.api.data.Split;

/**
 * Keeps a split as gzip files of tab-separated UTF-8:
 *
 * <table>
 *   <caption>Files</caption>
 *   <tr><th>file</th><th>columns</th><th>rows</th></tr>
 *   <tr><td>{@code train.tsv.gz}, {@code validation.tsv.gz}, {@code test.tsv.gz}</td>
 *       <td>{@code user item value timestamp}</td>
 *       <td>one event each; users in the order of their indices, their events by time; the timestamp
 *       is empty where times are not known</td></tr>
 *   <tr><td>{@code fold-in.tsv.gz}</td><td>the same</td>
 *       <td>the events that are known when users are scored, but not learned from; where there are
 *       none, as in most splits, there is no such file</td></tr>
 *   <tr><td>{@code users.tsv.gz}, {@code items.tsv.gz}</td>
 *       <td>{@code index}, {@code user} or {@code item}, attributes</td>
 *       <td>one id each, in the order of the indices; ids of which something is known, but that occur
 *       in no event, come last and have no index</td></tr>
 *   <tr><td>{@code candidates.tsv.gz}</td><td>{@code user item}</td>
 *       <td>one row an item to rank for a user, where these are not all items; otherwise there is no
 *       such file</td></tr>
 *   <tr><td>{@code checksums.sha256}</td><td></td>
 *       <td>SHA-256 of each unpacked file: {@code gunzip -k *.gz && sha256sum -c checksums.sha256}
 *       </td></tr>
 * </table>
 *
 * <p>Tabs, line ends, NUL and backslashes in ids and attributes are written as {@code \t}, {@code
 * \n}, {@code \r}, {@code \0} and {@code \\}; quotes stand for themselves. Values have the fewest
 * digits that read back as the same number. What is read equals what was written bit for bit, the
 * order of indices and of equal times included. The checksums are written last, so a folder without
 * them is an unfinished split.
 */
public final class TsvSplitStore implements SplitStore {
  private static final String TRAIN = "train.tsv";
  private static final String VALIDATION = "validation.tsv";
  private static final String TEST = "test.tsv";
  private static final String FOLD_IN = "fold-in.tsv";
  private static final String USERS = "users.tsv";
  private static final String ITEMS = "items.tsv";
  private static final String CANDIDATES = "candidates.tsv";

  /** The store. */
  public TsvSplitStore() {}

  @Override
  public SortedMap<String, String> write(Split split, Path folder) throws IOException {
    try {
      Files.createDirectories(folder);
      Checksums.remove(folder);
      Catalogue catalogue = split.catalogue();
      SortedMap<String, String> sums = new TreeMap<>();
      sums.put(TRAIN, PartFile.write(file(folder, TRAIN), catalogue, split.train()));
      sums.put(VALIDATION, PartFile.write(file(folder, VALIDATION), catalogue, split.validation()));
      sums.put(TEST, PartFile.write(file(folder, TEST), catalogue, split.test()));
      sums.put(
          USERS,
          CatalogueFiles.write(
              file(folder, USERS), "user", catalogue.users(), catalogue.userAttributes()));
      sums.put(
          ITEMS,
          CatalogueFiles.write(
              file(folder, ITEMS), "item", catalogue.items(), catalogue.itemAttributes()));
      Path foldIn = file(folder, FOLD_IN);
      if (split.foldIn().size() > 0) {
        sums.put(FOLD_IN, PartFile.write(foldIn, catalogue, split.foldIn()));
      } else {
        Files.deleteIfExists(foldIn);
      }
      Path candidates = file(folder, CANDIDATES);
      if (split.candidates().isPresent()) {
        CandidateLists lists = split.candidates().get();
        sums.put(CANDIDATES, CandidateFile.write(candidates, catalogue, lists));
      } else {
        Files.deleteIfExists(candidates);
      }
      Checksums.write(folder, sums);
      return sums;
    } catch (IOException e) {
      throw new IOException("cannot write the split to " + folder + ": " + reason(e), e);
    }
  }

  private static Path file(Path folder, String name) {
    return folder.resolve(name + ".gz");
  }

  /** The message of some exceptions is nothing but the file. */
  private static String reason(IOException e) {
    if (e instanceof AccessDeniedException denied) {
      return denied.getFile() + " may not be written (permissions)";
    }
    if (e instanceof FileAlreadyExistsException existing) {
      return existing.getFile() + " is not a folder";
    }
    return String.valueOf(e.getMessage());
  }

  @Override
  public Split read(Path folder) throws IOException {
    List<String> required = List.of(TRAIN, VALIDATION, TEST, USERS, ITEMS);
    Set<String> found = Checksums.verify(folder, required, List.of(FOLD_IN, CANDIDATES));
    CatalogueFiles.Half users = CatalogueFiles.read(file(folder, USERS));
    CatalogueFiles.Half items = CatalogueFiles.read(file(folder, ITEMS));
    Catalogue catalogue =
        new Catalogue(users.ids(), items.ids(), users.attributes(), items.attributes());
    try {
      Interactions train = PartFile.read(file(folder, TRAIN), catalogue);
      Interactions validation = PartFile.read(file(folder, VALIDATION), catalogue);
      Interactions test = PartFile.read(file(folder, TEST), catalogue);
      Interactions foldIn =
          found.contains(FOLD_IN)
              ? PartFile.read(file(folder, FOLD_IN), catalogue)
              : Interactions.none(train.users(), train.items());
      Optional<CandidateLists> candidates =
          found.contains(CANDIDATES)
              ? Optional.of(CandidateFile.read(file(folder, CANDIDATES), catalogue))
              : Optional.empty();
      return new Split(catalogue, train, validation, test, foldIn, candidates);
    } catch (IllegalArgumentException e) {
      throw new InvalidDataException(folder + ": " + e.getMessage(), e);
    }
  }

  @Override
  public SortedMap<String, String> checksums(Path folder) throws IOException {
    return Checksums.read(folder);
  }
}
