package org.chikei.batch.text;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.chikei.api.job.JobException;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Reads the YAML of a job file into a tree. JSON is YAML too. */
public final class JobText {
  private static final long LARGEST = 2_000_000;

  private JobText() {}

  /**
   * Reads a job file.
   *
   * @param file the file
   * @param problems receives keys that stand twice
   * @return the mapping at its top
   * @throws JobException if it is not there, no text, no YAML, or no mapping
   */
  public static JobNode.Entries read(Path file, Problems problems) throws JobException {
    Place whole = new Place(file.toString(), 0, 0);
    if (!Files.exists(file)) {
      throw refuse(whole, "there is no such job file");
    }
    if (!Files.isRegularFile(file)) {
      throw refuse(whole, "is no file; name the job file itself");
    }
    try {
      if (Files.size(file) > LARGEST) {
        throw refuse(whole, "is too large for a job file (more than 2 MB)");
      }
      byte[] bytes = Files.readAllBytes(file);
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return parse(file.toString(), text, problems);
    } catch (CharacterCodingException e) {
      throw refuse(whole, "is no text in UTF-8, so no job file");
    } catch (IOException e) {
      throw refuse(whole, "cannot be read: " + e.getMessage());
    }
  }

  /**
   * Reads the text of a job.
   *
   * @param file what to call it in messages
   * @param text the YAML
   * @param problems receives keys that stand twice
   * @return the mapping at its top
   * @throws JobException if it is no YAML or no mapping
   */
  public static JobNode.Entries parse(String file, String text, Problems problems)
      throws JobException {
    Place whole = new Place(file, 0, 0);
    TreeBuilder builder = new TreeBuilder(file, problems);
    try {
      LoadSettings settings = LoadSettings.builder().setLabel(file).build();
      for (Event event : new Parse(settings).parseString(text)) {
        builder.take(event);
      }
    } catch (MarkedYamlEngineException e) {
      Place place =
          e.getProblemMark()
              .or(e::getContextMark)
              .map(m -> new Place(file, m.getLine() + 1, m.getColumn() + 1))
              .orElse(whole);
      throw refuse(place, "is no YAML here: " + oneLine(e.getProblem()));
    } catch (YamlEngineException e) {
      throw refuse(whole, "is no YAML: " + oneLine(e.getMessage()));
    }
    JobNode top = builder.top();
    if (top == null) {
      throw refuse(whole, "is empty; a job needs source, coordinates and analysis");
    }
    if (top instanceof JobNode.Entries entries) {
      return entries;
    }
    throw refuse(
        top.place(),
        "a job is a mapping with the keys source, coordinates and analysis, not "
            + top.kindInWords());
  }

  private static JobException refuse(Place place, String message) {
    return new JobException(List.of(place.problem(message)));
  }

  private static String oneLine(String text) {
    return text == null ? "unreadable" : text.replaceAll("\\s+", " ").trim();
  }
}
