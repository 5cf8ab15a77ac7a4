package org.recsys4j.api.store;

import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Keeps the two newest checkpoints in a folder.
 *
 * <p>A checkpoint is the file {@code epoch-<number>-<SHA-256 of its content>.npz}. It is written
 * under another name, forced to the disk and renamed, so that a kill at any moment leaves it whole
 * or not there at all. What damages it afterwards, a byte more, less or different, shows by the
 * checksum; then the one before is used.
 *
 * <p>Writing takes time in proportion to the state and 1 MiB of memory; the disk holds up to three
 * states.
 */
public final class CheckpointFolder implements Checkpoints {
  private static final Pattern NAME = Pattern.compile("epoch-(\\d{1,9})-([0-9a-f]{64})\\.npz");
  private static final Pattern PART = Pattern.compile("[A-Za-z0-9][A-Za-z0-9-]*");
  private static final String TEMPORARY = ".checkpoint.tmp";
  private static final int BUFFER = 1 << 16;

  private final Path folder;
  private final Consumer<String> warnings;
  private Optional<Path> newest = Optional.empty();

  /**
   * Checkpoints in a folder, of one training.
   *
   * @param folder made by the first {@link #save} if it is missing
   * @param warnings told, in a line each, of checkpoints that are damaged
   */
  public CheckpointFolder(Path folder, Consumer<String> warnings) {
    this.folder = folder;
    this.warnings = warnings;
  }

  private record Checkpoint(Path file, int epoch, String sum) {
    static Optional<Checkpoint> of(Path file) {
      Matcher name = NAME.matcher(file.getFileName().toString());
      return name.matches()
          ? Optional.of(new Checkpoint(file, Integer.parseInt(name.group(1)), name.group(2)))
          : Optional.empty();
    }
  }

  @Override
  public boolean load(Source state) {
    List<Path> damaged = new ArrayList<>();
    try {
      for (Checkpoint checkpoint : newestFirst()) {
        if (sum(checkpoint.file()).equals(checkpoint.sum())) {
          warn(damaged, "training goes on after epoch " + checkpoint.epoch());
          newest = Optional.of(checkpoint.file());
          read(checkpoint.file(), state);
          return true;
        }
        damaged.add(checkpoint.file());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the checkpoints in " + folder, e);
    }
    warn(damaged, "training starts anew");
    return false;
  }

  private void warn(List<Path> damaged, String consequence) {
    for (Path file : damaged) {
      warnings.accept(
          file + " is damaged (its SHA-256 is not the one in its name); " + consequence);
    }
  }

  private void read(Path file, Source state) {
    try (ModelReader in = new ModelReader(file)) {
      state.read(in);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "cannot go on from a checkpoint; without " + folder + " training starts anew", e);
    }
  }

  private List<Checkpoint> newestFirst() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .flatMap(file -> Checkpoint.of(file).stream())
          .sorted(
              Comparator.comparingInt(Checkpoint::epoch).reversed().thenComparing(Checkpoint::sum))
          .toList();
    }
  }

  @Override
  public void save(int epoch, Content state) {
    try {
      Files.createDirectories(folder);
      Path temporary = folder.resolve(TEMPORARY);
      String sum = write(temporary, state);
      force(temporary.toFile());
      Path file = folder.resolve(String.format(Locale.ROOT, "epoch-%04d-%s.npz", epoch, sum));
      Files.move(
          temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      for (Checkpoint old : newestFirst()) {
        if (!old.file().equals(file) && !newest.equals(Optional.of(old.file()))) {
          Files.deleteIfExists(old.file());
        }
      }
      newest = Optional.of(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write a checkpoint to " + folder, e);
    }
  }

  /** Not through a channel, which an interrupted thread could not write to. */
  private static String write(Path file, Content state) throws IOException {
    MessageDigest digest = sha256();
    try (OutputStream out = new FileOutputStream(file.toFile());
        ModelWriter writer = new ModelWriter(new DigestOutputStream(out, digest))) {
      state.write(writer);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static void force(File file) throws IOException {
    try (RandomAccessFile open = new RandomAccessFile(file, "rw")) {
      open.getFD().sync();
    }
  }

  private static String sum(Path file) throws IOException {
    MessageDigest digest = sha256();
    byte[] chunk = new byte[BUFFER];
    try (InputStream in = Files.newInputStream(file)) {
      for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
        digest.update(chunk, 0, count);
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  @Override
  public Checkpoints part(String name) {
    if (!PART.matcher(name).matches()) {
      throw new IllegalArgumentException("name of a training \"" + name + "\"");
    }
    return new CheckpointFolder(folder.resolve(name), warnings);
  }
}
