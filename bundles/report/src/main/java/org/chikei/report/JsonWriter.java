package org.chikei.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chikei.api.ServiceProperties;
import org.chikei.api.result.Document;
import org.chikei.api.result.JobResult;
import org.chikei.api.result.JobResult.Input;
import org.chikei.api.result.ResultWriter;
import org.chikei.api.result.StepResult;
import org.osgi.service.component.annotations.Component;

/**
 * All findings of a job with its settings in one file, {@code results.json}. Tables are left to
 * {@link CsvWriter}.
 */
@Component(
    property = {
      ServiceProperties.TYPE + "=json",
      ServiceProperties.SUMMARY + "=findings, settings and inputs in one file, for programs"
    })
public final class JsonWriter implements ResultWriter {
  private static final String NAME = "results.json";
  private static final int VERSION = 1;

  /** The digits of settings, which are written as they were given. */
  private static final int DIGITS_OF_SETTINGS = 15;

  @Override
  public List<String> write(JobResult result, Path folder) throws IOException {
    StringBuilder out = new StringBuilder(1 << 14);
    JsonText json = new JsonText(out);
    out.append('{');
    json.newLine(1);
    member(json, "version", VERSION);
    next(out, json);
    member(json, "results", steps(result));
    next(out, json);
    json.setDigits(DIGITS_OF_SETTINGS);
    member(json, "settings", result.settings());
    json.setDigits(NumberText.DIGITS);
    next(out, json);
    member(json, "warnings", result.warnings());
    next(out, json);
    member(json, "notes", result.notes());
    next(out, json);
    member(json, "failures", result.failures());
    next(out, json);
    member(json, "inputs", inputs(result));
    next(out, json);
    member(json, "run", result.run());
    json.newLine(0);
    out.append("}\n");
    ResultFile.write(folder, NAME, out);
    List<String> files = new ArrayList<>(List.of(NAME));
    for (StepResult step : result.steps()) {
      for (Document document : step.documents()) {
        String name = step.name() + "." + document.suffix() + ".json";
        StringBuilder text = new StringBuilder();
        new JsonText(text).value(document.content(), 0);
        ResultFile.write(folder, name, text.append('\n'));
        files.add(name);
      }
    }
    return files;
  }

  private static void member(JsonText json, String name, Object value) {
    json.key(name);
    json.value(value, 1);
  }

  private static void next(StringBuilder out, JsonText json) {
    out.append(',');
    json.newLine(1);
  }

  private static List<Object> steps(JobResult result) {
    List<Object> steps = new ArrayList<>();
    for (StepResult step : result.steps()) {
      Map<String, Object> members = new LinkedHashMap<>();
      members.put("step", step.step());
      members.put("of", step.of());
      members.put("name", step.name());
      members.put("headline", step.headline());
      members.putAll(step.fields());
      members.put("warnings", step.warnings());
      steps.add(members);
    }
    return steps;
  }

  private static List<Object> inputs(JobResult result) {
    List<Object> inputs = new ArrayList<>();
    for (Input input : result.inputs()) {
      Map<String, Object> members = new LinkedHashMap<>();
      members.put("path", input.path());
      members.put("sha256", input.sha256());
      inputs.add(members);
    }
    return inputs;
  }
}
