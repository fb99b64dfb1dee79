package org.chikei.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTextTest {

  @Test
  void settingsReadLikeAJobFile() {
    Map<String, Object> bond = new LinkedHashMap<>();
    bond.put("name", "cc");
    bond.put("type", "distance");
    bond.put("atoms", List.of(9, "ACE.C"));
    Map<String, Object> source = new LinkedHashMap<>();
    source.put("trajectory", List.of("a b.trr"));
    source.put("temperature", Map.of("kT", 1.0));
    source.put("begin", 0.1);
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put("title", "Say \"no\": twice");
    settings.put("source", source);
    settings.put("coordinates", List.of(bond, bond));
    settings.put("kinetics", "auto");
    settings.put("word", "no");
    settings.put("none", Map.of());
    settings.put("range", List.of(0.35, Double.NaN));
    StringBuilder out = new StringBuilder();

    SettingsText.append(out, settings);

    assertEquals(
        """
        title: "Say \\"no\\": twice"
        source:
          trajectory: [a b.trr]
          temperature: {kT: 1}
          begin: 0.1
        coordinates:
          - {name: cc, type: distance, atoms: [9, ACE.C]}
          - {name: cc, type: distance, atoms: [9, ACE.C]}
        kinetics: auto
        word: "no"
        none: {}
        range: [0.35, .nan]
        """,
        out.toString());
  }

  @Test
  void whatHoldsMapsStandsInLinesOfItsOwn() {
    Map<String, Object> weights = new LinkedHashMap<>();
    weights.put("file", "COLVAR");
    Map<String, Object> step = new LinkedHashMap<>();
    step.put("step", "comparison");
    step.put("weights", weights);
    StringBuilder out = new StringBuilder();

    SettingsText.append(out, Map.of("analysis", List.of(step)));

    assertEquals(
        """
        analysis:
          - step: comparison
            weights: {file: COLVAR}
        """,
        out.toString());
  }
}
