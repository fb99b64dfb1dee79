package org.chikei.host;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class CompletionsTest {
  private final Completions completions =
      new Completions(
          () -> List.of("chikei:run", "chikei:list", "gogo:grep"),
          (words, folder) -> List.of(String.join("+", words) + " in " + folder),
          Path.of("here"));

  @Test
  void aLineBeginsWithACommandAndSoDoesWhatComesAfterAPipe() {
    List<String> names = List.of("chikei:list", "chikei:run", "gogo:grep", "grep", "list", "run");
    assertEquals(names, completions.of(List.of("")));
    assertEquals(names, completions.of(List.of("list", "|", "gr")));
  }

  @Test
  void whatFollowsIsForTheCommandThatIsBeingWritten() {
    assertEquals(List.of("run+-o+ in here"), completions.of(List.of("run", "-o", "")));
    assertEquals(List.of("run+a in here"), completions.of(List.of("jobs", ";", "run", "a")));
  }
}
