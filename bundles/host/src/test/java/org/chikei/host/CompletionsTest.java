package org.chikei.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.chikei.api.job.Installed;
import org.chikei.api.job.JobQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompletionsTest {
  @TempDir Path folder;

  private final FakeWorkbench workbench = new FakeWorkbench();

  private List<String> of(String... words) {
    JobQueue queue =
        (JobQueue)
            Proxy.newProxyInstance(
                JobQueue.class.getClassLoader(),
                new Class<?>[] {JobQueue.class},
                (proxy, method, arguments) -> List.of());
    Completions completions =
        new Completions(
            () -> List.of("chikei:run", "chikei:list", "gogo:grep"), workbench, queue, folder);
    return completions.of(List.of(words), words.length - 1);
  }

  @Test
  void aLineBeginsWithACommandAndSoDoesWhatComesAfterAPipe() {
    List<String> names = List.of("chikei:list", "chikei:run", "gogo:grep", "grep", "list", "run");
    assertEquals(names, of(""));
    assertEquals(names, of("list", "|", "gr"));
  }

  @Test
  void jobsAreFilesOfYamlOrJsonAndFoldersLeadToThem() throws Exception {
    Files.writeString(folder.resolve("a.yaml"), "");
    Files.writeString(folder.resolve("b.trr"), "");
    Files.writeString(folder.resolve(".hidden.yaml"), "");
    Files.createDirectory(folder.resolve("jobs"));
    Files.writeString(folder.resolve("jobs/c.json"), "");
    assertEquals(List.of("a.yaml", "jobs/"), of("run", ""));
    assertEquals(List.of("jobs/c.json"), of("chikei:check", "--output", "jobs/"));
    assertEquals(List.of(), of("run", "nowhere/"));
    assertEquals(List.of(), of("run", "\0/"));
  }

  @Test
  void typesAndKindsAreThoseThatAreInstalled() {
    assertEquals(
        workbench.installed().stream().map(Installed::kind).distinct().sorted().toList(),
        of("list", "--kind", ""));
    assertEquals(List.of("--kind"), of("list", ""));
    List<String> types = of("describe", "");
    assertTrue(types.stream().noneMatch(type -> workbench.describe(type).isEmpty()));
    assertEquals(List.of(), of("status", ""));
    assertEquals(List.of(), of("unknown", ""));
  }
}
