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
import org.recsys4j.api.data.KnowledgeGraph;
import org.recsys4j.api.data.SocialGraph;
import org.recsys4j.api.data.Split;

/**
 * Keeps a split as gzip files of tab-separated UTF-8:
 *
 * <table>
 *   <caption>Files</caption>
 *   <tr><th>file</th><th>columns</th><th>rows</th></tr>
 *   <tr><td>{@code train.tsv.gz}, {@code validation.tsv.gz}, {@code test.tsv.gz}</td>
 *       <td>{@code user item value timestamp}, attributes</td>
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
 *   <tr><td>{@code social.tsv.gz}</td><td>{@code user other weight}</td>
 *       <td>one row a link between two users, where some are known</td></tr>
 *   <tr><td>{@code triples.tsv.gz}, {@code entities.tsv.gz}</td>
 *       <td>{@code head relation tail}, {@code item entity}</td>
 *       <td>one row a fact, and one an item that is an entity, where some are known</td></tr>
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
  private static final String SOCIAL = "social.tsv";
  private static final String TRIPLES = "triples.tsv";
  private static final String ENTITIES = "entities.tsv";
  private static final List<String> REQUIRED = List.of(TRAIN, VALIDATION, TEST, USERS, ITEMS);
  private static final List<String> OPTIONAL =
      List.of(FOLD_IN, CANDIDATES, SOCIAL, TRIPLES, ENTITIES);

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
      writeOptional(split, folder, sums);
      Checksums.write(folder, sums);
      return sums;
    } catch (IOException e) {
      throw new IOException("cannot write the split to " + folder + ": " + reason(e), e);
    }
  }

  /** Files that belong to a split only where there is something for them. */
  private static void writeOptional(Split split, Path folder, SortedMap<String, String> sums)
      throws IOException {
    for (String name : OPTIONAL) {
      Files.deleteIfExists(file(folder, name)); // of a split that was here before
    }
    Catalogue catalogue = split.catalogue();
    if (split.foldIn().size() > 0) {
      sums.put(FOLD_IN, PartFile.write(file(folder, FOLD_IN), catalogue, split.foldIn()));
    }
    if (split.candidates().isPresent()) {
      CandidateLists lists = split.candidates().get();
      sums.put(CANDIDATES, CandidateFile.write(file(folder, CANDIDATES), catalogue, lists));
    }
    if (catalogue.social().size() > 0) {
      sums.put(SOCIAL, GraphFiles.writeSocial(file(folder, SOCIAL), catalogue.social()));
    }
    if (!catalogue.knowledge().equals(KnowledgeGraph.NONE)) {
      KnowledgeGraph graph = catalogue.knowledge();
      sums.put(TRIPLES, GraphFiles.writeTriples(file(folder, TRIPLES), graph));
      sums.put(ENTITIES, GraphFiles.writeEntities(file(folder, ENTITIES), graph));
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
    Set<String> found = Checksums.verify(folder, REQUIRED, OPTIONAL);
    try {
      Catalogue catalogue = readCatalogue(folder, found);
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

  private static Catalogue readCatalogue(Path folder, Set<String> found) throws IOException {
    CatalogueFiles.Half users = CatalogueFiles.read(file(folder, USERS));
    CatalogueFiles.Half items = CatalogueFiles.read(file(folder, ITEMS));
    return new Catalogue(
        users.ids(),
        items.ids(),
        users.attributes(),
        items.attributes(),
        found.contains(SOCIAL) ? GraphFiles.readSocial(file(folder, SOCIAL)) : SocialGraph.NONE,
        found.contains(TRIPLES)
            ? GraphFiles.readKnowledge(file(folder, TRIPLES), file(folder, ENTITIES))
            : KnowledgeGraph.NONE);
  }

  @Override
  public SortedMap<String, String> checksums(Path folder) throws IOException {
    return Checksums.read(folder);
  }
}
