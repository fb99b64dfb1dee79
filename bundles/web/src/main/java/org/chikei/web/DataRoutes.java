package org.chikei.web;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chikei.api.Declaration;
import org.chikei.api.job.Installed;
import org.chikei.api.job.Workbench;
import org.chikei.api.structure.Structure;

/** What there is to work with: types, files, structures. */
final class DataRoutes {
  private final Workbench workbench;
  private final Folder folder;

  DataRoutes(Workbench workbench, Folder folder) {
    this.workbench = workbench;
    this.folder = folder;
  }

  /** Answers a call, or returns null if it is none of these. */
  Object answer(Call call) throws IOException, Refusal {
    if (call.is("GET", "installed")) {
      return workbench.installed();
    }
    if (call.is("GET", "types", "*")) {
      return declarations(call.path().get(1), call.request().getParameter("kind"));
    }
    if (call.is("GET", "schema")) {
      return Map.of("schema", workbench.schema());
    }
    if (call.is("GET", "files")) {
      return folder.files();
    }
    if (call.is("PUT", "files")) {
      return folder.upload(
          call.query("name"),
          call.request().getContentLengthLong(),
          call.request()::getInputStream);
    }
    if (call.is("GET", "structure")) {
      return plain(workbench.structure(file(call)));
    }
    if (call.is("GET", "proposals")) {
      return workbench.proposals(file(call));
    }
    return null;
  }

  private Path file(Call call) throws Refusal {
    return folder.existing(call.query("file"));
  }

  /**
   * A coordinate and a step may share a name: the kind tells which is meant. What is installed is
   * listed in the order in which its declarations come.
   */
  private List<Declaration> declarations(String type, String kind) {
    List<Declaration> declarations = workbench.describe(type);
    if (kind == null || declarations.size() < 2) {
      return declarations;
    }
    List<String> kinds =
        workbench.installed().stream()
            .filter(found -> found.type().equals(type))
            .map(Installed::kind)
            .filter(List.of("coordinate", "step", "model")::contains)
            .toList();
    int at = kinds.indexOf(kind);
    return at < 0 ? List.of() : List.of(declarations.get(at));
  }

  private static Map<String, Object> plain(Structure structure) {
    Map<String, Object> plain = new LinkedHashMap<>();
    plain.put("source", structure.source());
    plain.put("atoms", structure.atoms());
    plain.put("bonds", structure.bonds());
    plain.put("positions", structure.positions());
    plain.put("notes", structure.notes());
    return plain;
  }
}
