import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;

/** Looks at the run directory that the quickstart left, and fails if anything is not as it must be. */
public final class CheckLeaderboard {
  private static final Set<String> MODELS =
      Set.of(
          "popularity", "recent-popularity", "item-knn", "ease", "ials", "bpr-mf", "neumf");
  private static final List<String> METRICS =
      List.of("ndcg@10", "recall@10", "mrr@10", "hit-rate@10", "coverage@10");

  private final List<String> problems = new ArrayList<>();
  private final Path run;

  private CheckLeaderboard(Path run) {
    this.run = run;
  }

  public static void main(String[] args) throws IOException {
    CheckLeaderboard check = new CheckLeaderboard(Path.of(args[0]));
    check.all();
    check.problems.forEach(problem -> System.err.println("leaderboard: " + problem));
    if (!check.problems.isEmpty()) {
      System.exit(1);
    }
    System.out.println("leaderboard: as it must be, in " + check.run);
  }

  private void require(boolean met, String problem) {
    if (!met) {
      problems.add(problem);
    }
  }

  private void all() throws IOException {
    JsonNode board = new ObjectMapper().readTree(run.resolve("leaderboard.json").toFile());
    require(board.path("protocol").asText().matches("[0-9a-f]{16}"), "no protocol id");
    Map<String, JsonNode> models = new LinkedHashMap<>();
    double last = Double.POSITIVE_INFINITY;
    for (JsonNode model : board.path("models")) {
      String label = model.path("label").asText();
      models.put(label, model);
      oneModel(label, model);
      double ndcg = ndcg(model);
      require(ndcg <= last, label + " is out of order");
      last = ndcg;
    }
    require(new TreeSet<>(models.keySet()).equals(new TreeSet<>(MODELS)), "models are " + models.keySet());
    if (problems.isEmpty()) {
      order(models);
    }
  }

  private static double ndcg(JsonNode model) {
    return model.path("metrics").path("ndcg@10").asDouble(Double.NaN);
  }

  private void oneModel(String label, JsonNode model) throws IOException {
    require(!model.has("failure"), label + " failed: " + model.path("failure").asText());
    for (String metric : METRICS) {
      double value = model.path("metrics").path(metric).asDouble(Double.NaN);
      require(value > 0 && value <= 1, label + " has " + metric + " " + value);
    }
    require(model.path("fit-seconds").asDouble(-1) >= 0, label + " has no fit-seconds");
    require(model.path("evaluate-seconds").asDouble(-1) >= 0, label + " has no evaluate-seconds");
    require(model.path("parameters").asLong(-1) >= 0, label + " has no parameters");
    require(model.path("peak-memory-bytes").asLong() > 0, label + " has no peak memory");
    Path folder = run.resolve("models").resolve(label);
    for (String file : List.of("model.npz", "metrics.json", "training.csv", "run.trec.gz")) {
      require(Files.isRegularFile(folder.resolve(file)), label + " left no " + file);
    }
    double mean = meanOfUsers(folder.resolve("per-user.csv.gz"));
    require(Math.abs(mean - ndcg(model)) < 1e-9, label + ": users average to " + mean);
  }

  /** The mean of the first metric over the rows of per-user.csv.gz. */
  private static double meanOfUsers(Path file) throws IOException {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      if (!lines.readLine().startsWith("user,ndcg@10,")) {
        throw new IOException(file + " has another header");
      }
      double sum = 0;
      long users = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        sum += Double.parseDouble(line.split(",", -1)[1]);
        users++;
      }
      return sum / users;
    }
  }

  /** What is known of these data: recent fashion beats fashion, and people differ. */
  private void order(Map<String, JsonNode> models) {
    double popularity = ndcg(models.get("popularity"));
    require(ndcg(models.get("recent-popularity")) > popularity, "recent-popularity is no better than popularity");
    for (String model : List.of("item-knn", "ease", "ials")) {
      require(ndcg(models.get(model)) > popularity, model + " is no better than popularity");
    }
  }
}
