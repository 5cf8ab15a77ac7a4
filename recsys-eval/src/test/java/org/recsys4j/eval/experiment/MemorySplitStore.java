package org.recsys4j.eval.experiment;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.recsys4j.api.SplitStore;
import org.recsys4j.api.data.Interactions;
import org.recsys4j.api.data.Split;

/** Keeps splits in memory, and in the folder what finds them there. */
public final class MemorySplitStore implements SplitStore {
  private final Map<String, Split> splits = new ConcurrentHashMap<>();

  @Override
  public SortedMap<String, String> write(Split split, Path folder) throws IOException {
    String key =
        Sha256.hex((text(split.train()) + text(split.test())).getBytes(StandardCharsets.UTF_8));
    splits.put(key, split);
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("key.txt"), key);
    return new TreeMap<>(Map.of("key.txt", key));
  }

  private static String text(Interactions part) {
    StringBuilder text = new StringBuilder();
    for (int user = 0; user < part.users(); user++) {
      for (int position = part.start(user); position < part.end(user); position++) {
        text.append(user).append(' ').append(part.item(position)).append('\n');
      }
    }
    return text.append("end").toString();
  }

  @Override
  public Split read(Path folder) throws IOException {
    Split split = splits.get(Files.readString(folder.resolve("key.txt")));
    if (split == null) {
      throw new IOException("no split was written to " + folder);
    }
    return split;
  }

  @Override
  public SortedMap<String, String> checksums(Path folder) throws IOException {
    return new TreeMap<>(Map.of("key.txt", Files.readString(folder.resolve("key.txt"))));
  }
}
