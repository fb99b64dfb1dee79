package org.chikei.batch.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.chikei.batch.fake.FakeRegistry;
import org.chikei.batch.registry.Loan;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

final class JobSchemaTest {
  private static String text() {
    try (Loan loan = new Loan(FakeRegistry.full())) {
      return new JobSchema(loan).text();
    }
  }

  /** JSON is YAML. */
  private static Object at(String... keys) {
    Object value = new Load(LoadSettings.builder().build()).loadFromString(text());
    for (String key : keys) {
      value =
          value instanceof List<?> list
              ? list.get(Integer.parseInt(key))
              : ((Map<?, ?>) value).get(key);
    }
    return value;
  }

  @Test
  void everyTypeThatIsInstalledHasItsOwnShape() {
    assertEquals("https://json-schema.org/draft/2020-12/schema", at("$schema"));
    assertEquals(
        "product",
        at("properties", "coordinates", "items", "oneOf", "0", "properties", "type", "const"));
    assertEquals(
        List.of("type", "name"),
        at("properties", "coordinates", "items", "oneOf", "1", "required"));
    assertEquals(
        false, at("properties", "coordinates", "items", "oneOf", "1", "additionalProperties"));
    assertEquals(
        0, at("properties", "analysis", "items", "oneOf", "1", "properties", "halo", "default"));
    assertEquals(
        0,
        at(
            "properties",
            "coordinates",
            "items",
            "oneOf",
            "1",
            "properties",
            "scale",
            "exclusiveMinimum"));
  }

  @Test
  void theSourceAndTheOutputAreDescribed() {
    assertEquals(
        List.of("trajectory", "temperature"), at("properties", "source", "oneOf", "0", "required"));
    assertTrue(at("properties", "source", "oneOf", "0", "properties", "masses") instanceof Map);
    assertEquals(
        List.of("series", "temperature"), at("properties", "source", "oneOf", "1", "required"));
    assertEquals(
        List.of("csv"), at("properties", "output", "properties", "formats", "items", "enum"));
  }

  @Test
  void theSameDeclarationsGiveTheSameText() {
    assertEquals(text(), text());
  }
}
