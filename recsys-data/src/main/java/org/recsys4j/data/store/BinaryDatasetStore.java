package org.recsys4j.data.store;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.recsys4j.api.DatasetStore;
import org.recsys4j.api.data.Attributes;
import org.recsys4j.api.data.Catalogue;
import org.recsys4j.api.data.Dataset;
import org.recsys4j.api.data.Given;
import org.recsys4j.api.data.IdIndex;
import org.recsys4j.api.data.Interactions;
import org.recsys4j.api.data.InvalidDataException;

/**
 * Keeps a data set in one binary file, as the package describes it. Opening maps the file, verifies
 * it and unfolds the columns: what stays on the heap is the data set, 8 bytes an event, 16 with
 * times; what is needed besides is 64 KiB. 20 million ratings with times take 140 MB on the disk.
 *
 * <p>Holds up to 2^31 - 9 events, 2^29 users and as many items, which are the limits of a data set
 * in memory; places in the file are numbers of 64 bits.
 */
public final class BinaryDatasetStore implements DatasetStore {
  /** The store. */
  public BinaryDatasetStore() {}

  @Override
  public void write(Dataset dataset, String notes, Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null) {
      throw new NoSuchFileException(file.toString());
    }
    Files.createDirectories(folder);
    Path temporary = Files.createTempFile(folder, "", ".dataset.tmp");
    try {
      try (SectionWriter out = new SectionWriter(temporary)) {
        write(dataset, notes, out);
        out.finish();
      }
      Files.move(
          temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  private static void write(Dataset dataset, String notes, SectionWriter out) throws IOException {
    Catalogue catalogue = dataset.catalogue();
    Interactions events = dataset.interactions();
    for (Section section : Section.values()) {
      switch (section) {
        case NOTES -> out.putText(notes);
        case USERS -> Columns.writeIds(out, catalogue.users());
        case ITEMS -> Columns.writeIds(out, catalogue.items());
        case STARTS ->
            Columns.writeInts(
                out,
                events.users() + 1,
                Integer.MAX_VALUE,
                user -> user == 0 ? 0 : events.end(user - 1));
        case EVENT_ITEMS ->
            Columns.writeInts(out, events.size(), catalogue.items().size(), events::item);
        case VALUES -> Columns.writeValues(out, events);
        case TIMES -> Columns.writeTimes(out, events);
        case EVENT_ATTRIBUTES -> Tables.writeEventAttributes(out, events);
        case PARTS -> Tables.writeParts(out, dataset.given().parts());
        case CANDIDATES -> Tables.writeCandidates(out, dataset.given().candidates());
        case USER_ATTRIBUTES -> Tables.writeAttributes(out, catalogue.userAttributes());
        case ITEM_ATTRIBUTES -> Tables.writeAttributes(out, catalogue.itemAttributes());
        case SOCIAL -> Tables.writeSocial(out, catalogue.social());
        case KNOWLEDGE -> Tables.writeKnowledge(out, catalogue.knowledge());
      }
      out.end();
    }
  }

  @Override
  public Stored read(Path file) throws IOException {
    try (SectionReader in = new SectionReader(file)) {
      String notes = in.open(Section.NOTES).getText();
      Catalogue catalogue = catalogue(in);
      Interactions events = events(in, catalogue.items().size());
      Given given =
          new Given(
              Tables.readParts(in.open(Section.PARTS)),
              Tables.readCandidates(in.open(Section.CANDIDATES)));
      return new Stored(new Dataset(catalogue, events, given), notes);
    } catch (IllegalArgumentException
        | IndexOutOfBoundsException
        | NegativeArraySizeException
        | BufferUnderflowException e) {
      throw new InvalidDataException(file + ": is no file of a data set: " + e.getMessage(), e);
    }
  }

  private static Interactions events(SectionReader in, int items) throws IOException {
    int[] starts = Columns.readInts(in.open(Section.STARTS));
    int[] itemOf = Columns.readInts(in.open(Section.EVENT_ITEMS));
    float[] valueOf = Columns.readValues(in.open(Section.VALUES));
    long[] timeOf = Columns.readTimes(in.open(Section.TIMES));
    return Interactions.grouped(
        items,
        starts,
        itemOf,
        valueOf,
        timeOf,
        Tables.readEventAttributes(in.open(Section.EVENT_ATTRIBUTES)));
  }

  private static Catalogue catalogue(SectionReader in) throws IOException {
    IdIndex users = Columns.readIds(in.open(Section.USERS));
    IdIndex items = Columns.readIds(in.open(Section.ITEMS));
    Attributes ofUsers = Tables.readAttributes(in.open(Section.USER_ATTRIBUTES));
    Attributes ofItems = Tables.readAttributes(in.open(Section.ITEM_ATTRIBUTES));
    return new Catalogue(
        users,
        items,
        ofUsers,
        ofItems,
        Tables.readSocial(in.open(Section.SOCIAL)),
        Tables.readKnowledge(in.open(Section.KNOWLEDGE)));
  }
}
