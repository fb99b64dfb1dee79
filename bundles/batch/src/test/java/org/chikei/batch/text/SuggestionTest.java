package org.chikei.batch.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SuggestionTest {

  @ParameterizedTest
  @CsvSource({
    "tortion, torsion, 1",
    "angel, angle, 1",
    "abc, abc, 0",
    "'', abc, 3",
    "kitten, sitting, 3"
  })
  void theDistanceCountsLettersAndSwaps(String a, String b, int distance) {
    assertEquals(distance, Suggestion.distance(a, b));
    assertEquals(distance, Suggestion.distance(b, a));
  }

  @ParameterizedTest
  @CsvSource({
    "tortion, ; did you mean 'torsion'?",
    "TORSION, ; did you mean 'torsion'?",
    "angles, ; did you mean 'angle'?",
    "water, ''"
  })
  void onlyNearWordsAreSuggested(String word, String question) {
    assertEquals(question, Suggestion.question(word, List.of("angle", "distance", "torsion")));
  }
}
