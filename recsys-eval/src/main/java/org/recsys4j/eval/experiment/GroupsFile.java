package org.recsys4j.eval.experiment;

import com.fasterxml.jackson.core.JacksonException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.recsys4j.api.data.InvalidDataException;
import org.recsys4j.eval.group.GroupedResults;

/**
 * {@code groups.json} in the folder of a model: its metrics by groups, written by the rules of
 * {@link ComparisonFile}.
 */
public final class GroupsFile {
  static final String NAME = "groups.json";

  private GroupsFile() {}

  static RunDirectory.Content content(List<GroupedResults> groups) {
    return Json.content(ComparisonFile.tree(groups));
  }

  /**
   * Reads what a model came to in groups.
   *
   * @param run the folder that a run left
   * @param model a model of it
   * @return one a kind of groups; none where the experiment asked for none
   * @throws InvalidDataException if the file is damaged
   */
  public static List<GroupedResults> read(Path run, ModelResult model) {
    Path file = run.resolve("models").resolve(model.folder()).resolve(NAME);
    if (!Files.isRegularFile(file)) {
      return List.of();
    }
    try {
      return List.of(ComparisonFile.mapper().readValue(file.toFile(), GroupedResults[].class));
    } catch (JacksonException e) {
      throw new InvalidDataException(file + " is damaged: " + e.getOriginalMessage(), e);
    } catch (IOException e) {
      throw new InvalidDataException("cannot read " + file + ": " + IoReason.of(e), e);
    }
  }
}
