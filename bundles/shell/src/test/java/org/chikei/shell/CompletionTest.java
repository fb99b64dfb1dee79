package org.chikei.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chikei.api.Declaration;
import org.chikei.api.job.Installed;
import org.chikei.api.job.JobQueue;
import org.chikei.api.job.JobRequest;
import org.chikei.api.job.JobState;
import org.chikei.api.job.JobStatus;
import org.chikei.api.job.Workbench;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompletionTest {
  @TempDir Path folder;

  private final Completion completion =
      new Completion(
          fake(
              Workbench.class,
              Map.of(
                  "installed",
                  List.of(
                      new Installed("step", "flow", "", "some 1.0", List.of()),
                      new Installed("coordinate", "torsion", "", "some 1.0", List.of()),
                      new Installed("coordinate", "angle", "", "some 1.0", List.of())),
                  "describe",
                  List.of(new Declaration("any", "any", "", "", "", "", List.of())))),
          fake(
              JobQueue.class,
              Map.of("jobs", List.of(job("7", JobState.FINISHED), job("8", JobState.RUNNING)))));

  private static <T> T fake(Class<T> type, Map<String, Object> answers) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> answers.get(method.getName())));
  }

  private static JobStatus job(String id, JobState state) {
    return new JobStatus(
        id,
        JobRequest.of(Path.of("job.yaml")),
        state,
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

  @BeforeEach
  void files() throws Exception {
    Files.writeString(folder.resolve("a.yaml"), "");
    Files.writeString(folder.resolve("b.trr"), "");
    Files.writeString(folder.resolve(".hidden.yaml"), "");
    Files.createDirectory(folder.resolve("jobs"));
    Files.writeString(folder.resolve("jobs/c.json"), "");
  }

  private List<String> of(String... words) {
    return completion.complete(List.of(words), folder);
  }

  @Test
  void jobsAreFilesOfYamlOrJsonAndFoldersLeadToThem() {
    assertEquals(List.of("a.yaml", "jobs/"), of("run", ""));
    assertEquals(List.of("a.yaml", "jobs/"), of("chikei:check", ""));
    assertEquals(List.of("jobs/"), of("chikei:run", "jo"));
    assertEquals(List.of("jobs/c.json"), of("run", "jobs/"));
    assertEquals(List.of(), of("run", "nowhere/"));
    assertEquals(List.of(), of("run", "\0/"));
  }

  @Test
  void optionsAreOfferedOnceAndTheirValuesBehindThem() {
    assertEquals(List.of("--background", "--output"), of("chikei:run", "--"));
    assertEquals(List.of("--background"), of("run", "--output", "jobs", "-"));
    assertEquals(List.of("--output"), of("run", "-b", "--"));
    assertEquals(List.of("jobs/"), of("run", "-o", ""));
    assertEquals(List.of("a.yaml"), of("run", "-o", "jobs", "a"));
    assertEquals(List.of("--kind"), of("list", ""));
    assertEquals(List.of("coordinate", "step"), of("list", "--kind", ""));
    assertEquals(List.of("step"), of("chikei:list", "-k", "s"));
    assertEquals(List.of(), of("list", "--kind", "step", ""));
  }

  @Test
  void noMoreArgumentsAreOfferedThanACommandTakes() {
    assertEquals(List.of("--background", "--output"), of("run", "a.yaml", ""));
    assertEquals(List.of(), of("check", "a.yaml", ""));
    assertEquals(List.of(), of("jobs", ""));
    assertEquals(List.of(), of("jobs", "--"));
  }

  @Test
  void typesAndJobsAreThoseThatAreThere() {
    assertEquals(List.of("angle", "flow", "torsion"), of("describe", ""));
    assertEquals(List.of("torsion"), of("chikei:describe", "t"));
    assertEquals(List.of("7", "8"), of("status", ""));
    assertEquals(List.of("7", "8"), of("results", ""));
    assertEquals(List.of("8"), of("chikei:cancel", ""), "what is over cannot be cancelled");
  }

  @Test
  void namesOfCommandsAndOtherPeoplesCommandsAreLeftToTheHost() {
    assertEquals(List.of(), of("chikei:li"));
    assertEquals(List.of(), of("unknown", ""));
    assertEquals(List.of(), of("other:list", "--kind", ""));
    assertEquals(List.of(), of());
  }

  @Test
  void theConsoleOfEquinoxIsToldWhereAWordBegins() {
    EquinoxCompletion console = new EquinoxCompletion((words, here) -> of(words));
    assertEquals(Map.of("step", 19), console.getCandidates("chikei:list --kind st", 21));
    assertEquals(
        Map.of("coordinate", 19, "step", 19), console.getCandidates("chikei:list --kind st", 19));
    assertEquals(Map.of("7", 12, "8", 12), console.getCandidates("jobs|status ", 12));
    assertEquals(Map.of("--kind", 11), console.getCandidates("x = { list --", 13));
    assertEquals(Map.of(), console.getCandidates("chikei:li", 9));
    assertEquals(Map.of(), console.getCandidates("", 0));
  }

  @Test
  void theConsoleOfEquinoxSeesOnePartOfAPathAtATime() {
    EquinoxCompletion console = new EquinoxCompletion((words, here) -> of(words));
    assertEquals(Map.of("jobs", 4), console.getCandidates("run jo", 6));
    assertEquals(Map.of("c.json", 9), console.getCandidates("run jobs/", 9));
    assertEquals(Map.of("c.json", 9), console.getCandidates("run jobs/c", 10));
  }

  private List<String> of(List<String> words) {
    return completion.complete(words, folder);
  }
}
