package org.recsys4j.eval.experiment;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a second process out of a run's folder as long as the first one lives. The operating system
 * holds the lock and gives it up with the process, whatever ends it; where a file system has no
 * locks, there is none.
 */
final class RunLock implements AutoCloseable {
  private static final String FILE = ".lock";

  private final Path file;
  private final FileChannel channel;

  private RunLock(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /**
   * Takes the lock of a folder.
   *
   * @throws UnusableRunException if another process has it
   */
  static RunLock take(Path folder) throws IOException {
    Path file = folder.resolve(FILE);
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    boolean free;
    try {
      @Nullable FileLock lock = channel.tryLock();
      free = lock != null;
    } catch (OverlappingFileLockException e) {
      free = false;
    } catch (IOException e) {
      free = true; // no locks here
    }
    if (!free) {
      channel.close();
      throw new UnusableRunException(
          folder + " is in use: the process that runs it has not ended yet");
    }
    return new RunLock(file, channel);
  }

  @Override
  public void close() {
    try (channel) {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      // An empty file stays behind that locks nothing.
      return;
    }
  }
}
