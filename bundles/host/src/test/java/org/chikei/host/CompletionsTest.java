package org.chikei.host;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.chikei.api.job.Installed;
import org.chikei.api.job.JobQueue;
import org.chikei.api.job.JobRequest;
import org.chikei.api.job.JobState;
import org.chikei.api.job.JobStatus;
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
                (proxy, method, arguments) -> List.of(job("7"), job("8")));
    Completions completions =
        new Completions(
            () -> List.of("chikei:run", "chikei:list", "gogo:grep"), workbench, queue, folder);
    return completions.of(List.of(words), words.length - 1);
  }

  private static JobStatus job(String id) {
    return new JobStatus(
        id,
        JobRequest.of(Path.of("job.yaml")),
        JobState.RUNNING,
        "",
        0,
        Double.NaN,
        Instant.EPOCH,
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(),
        "",
        Optional.empty());
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
    assertEquals(List.of("angle"), of("describe", ""));
    assertEquals(List.of("7", "8"), of("status", ""));
    assertEquals(List.of("7", "8"), of("chikei:cancel", ""));
    assertEquals(List.of(), of("unknown", ""));
  }
}
