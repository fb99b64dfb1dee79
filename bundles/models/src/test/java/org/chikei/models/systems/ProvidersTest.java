package org.chikei.models.systems;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.chikei.api.Declaration;
import org.chikei.api.model.Model;
import org.chikei.api.model.ModelProvider;
import org.chikei.api.model.ModelVariable;
import org.junit.jupiter.api.Test;

class ProvidersTest {
  @Test
  void everyModelIsMadeOfItsDefaultsAndExplained() {
    Set<String> types = new HashSet<>();
    for (ModelProvider provider : Systems.providers()) {
      Declaration declaration = provider.declaration();
      assertTrue(types.add(declaration.type()));
      assertFalse(declaration.description().isEmpty());
      assertFalse(declaration.formula().isEmpty());
      assertTrue(declaration.example().contains("model: " + declaration.type()));
      Model model = Systems.make(declaration.type(), Map.of());
      assertEquals(model.variables().size(), model.start().length);
      Set<String> names = new HashSet<>();
      for (ModelVariable variable : model.variables()) {
        assertTrue(variable.name().matches("[A-Za-z][A-Za-z0-9_]*"), variable.name());
        assertTrue(names.add(variable.name()));
      }
      assertTrue(model.fastest(1) > 0);
    }
  }

  @Test
  void aSpringThatCanBreakIsRefused() {
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class, () -> Systems.make("chain", Map.of("alpha", 0.3)));
    assertTrue(e.getMessage().contains("lets springs break"), e.getMessage());
  }

  @Test
  void theKernelOfTheBathIsCloseToAnExponential() {
    KacZwanzig model = (KacZwanzig) Systems.make("kac-zwanzig", Map.of());
    // what the oscillators above 60 leave out is below 3 % of Γ(0) = 8
    for (double t : new double[] {0.1, 0.5, 1, 2}) {
      assertEquals(8 * Math.exp(-2 * t), model.kernel(t), 0.2, "at " + t);
    }
  }
}
