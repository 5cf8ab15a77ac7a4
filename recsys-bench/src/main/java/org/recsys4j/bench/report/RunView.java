package org.recsys4j.bench.report;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.recsys4j.api.data.InvalidDataException;
import org.recsys4j.api.data.Split;
import org.recsys4j.api.plugin.Plugins;
import org.recsys4j.bench.report.ModelView.Epoch;
import org.recsys4j.eval.experiment.GroupsFile;
import org.recsys4j.eval.experiment.Leaderboard;
import org.recsys4j.eval.experiment.Leaderboard.Column;
import org.recsys4j.eval.experiment.ModelResult;
import org.recsys4j.eval.experiment.SavedResults;
import org.recsys4j.eval.experiment.SavedRun;
import org.recsys4j.eval.experiment.UnusableRunException;
import org.recsys4j.eval.protocol.Protocol;

/**
 * A run, read back from its folder. Holds the split, and 4 bytes for each entry of each list.
 *
 * @param folder the run's folder
 * @param manifest its manifest
 * @param leaderboard the numbers of all models, and what users say of them once the run has ended
 * @param models the models, best first
 * @param split the data
 * @param protocol who was evaluated
 * @param tuning how the options were found, where a tuning made the run
 */
record RunView(
    Path folder,
    JsonNode manifest,
    Leaderboard leaderboard,
    List<ModelView> models,
    Split split,
    Protocol protocol,
    Optional<TuningView> tuning) {
  RunView {
    models = List.copyOf(models);
  }

  /**
   * Reads a run.
   *
   * @throws UnusableRunException if the folder is no run directory, or the run has no leaderboard
   * @throws InvalidDataException if a file of the run is damaged
   */
  static RunView read(Path folder, Plugins plugins) {
    SavedRun saved = SavedRun.open(folder, plugins);
    SavedResults results = SavedResults.open(folder);
    Split split = saved.split();
    try {
      List<ModelView> models = new ArrayList<>();
      for (ModelResult result : results.leaderboard().models()) {
        Path own = folder.resolve("models").resolve(result.folder());
        Path lists = own.resolve("run.trec.gz");
        models.add(
            new ModelView(
                result,
                models.size(),
                epochs(own.resolve("training.csv")),
                Files.isRegularFile(lists)
                    ? Optional.of(ShownLists.read(lists, split.catalogue()))
                    : Optional.empty(),
                GroupsFile.read(folder, result)));
      }
      return new RunView(
          folder,
          new ObjectMapper().readTree(folder.resolve("manifest.json").toFile()),
          results.leaderboard(),
          models,
          split,
          saved.protocol(split),
          TuningView.of(folder));
    } catch (JacksonException e) {
      throw new InvalidDataException(folder + " is damaged: " + e.getOriginalMessage(), e);
    } catch (IOException e) {
      throw new UnusableRunException("cannot read " + folder + ": " + e.getMessage());
    }
  }

  private static List<Epoch> epochs(Path file) throws IOException {
    List<Epoch> epochs = new ArrayList<>();
    if (Files.isRegularFile(file)) {
      List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
      for (String line : lines.subList(Math.min(1, lines.size()), lines.size())) {
        String[] cells = line.split(",", -1);
        try {
          epochs.add(
              new Epoch(
                  Integer.parseInt(cells[0]),
                  number(cells[1]),
                  number(cells[2]),
                  number(cells[4])));
        } catch (NumberFormatException | IndexOutOfBoundsException e) {
          throw InvalidDataException.at(
              file.toString(), lines.indexOf(line) + 1L, "is no row of an epoch");
        }
      }
    }
    return epochs;
  }

  private static double number(String cell) {
    return cell.isEmpty() ? Double.NaN : Double.parseDouble(cell);
  }

  /** What was measured. */
  List<Column> metrics() {
    return leaderboard.metrics();
  }

  /** The metric that the leaderboard is sorted by. */
  Column first() {
    return metrics().get(0);
  }

  /** The longest list of any model. */
  int depth() {
    return models.stream()
        .flatMap(model -> model.lists().stream())
        .mapToInt(ShownLists::depth)
        .max()
        .orElse(0);
  }

  /** A model's lists beside what is relevant; empty where no list has an entry. */
  Optional<Hits> hits(ModelView model) {
    int depth = depth();
    return model.lists().filter(lists -> depth > 0).map(lists -> new Hits(protocol, lists, depth));
  }

  /** The place of a model in the leaderboard, behind all others where it has none. */
  int place(String label) {
    return models.stream()
        .filter(it -> it.label().equals(label))
        .mapToInt(ModelView::place)
        .findFirst()
        .orElse(models.size());
  }

  /** The models that were evaluated. */
  List<ModelView> measured() {
    return models.stream().filter(model -> !model.result().failed()).toList();
  }
}
