package org.chikei.api.parameter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.chikei.api.Declaration;
import org.junit.jupiter.api.Test;

class ParameterDeclarationTest {
  private static final ParameterType BINS = new ParameterType.Whole(2, 1000);

  @Test
  void aKeyIsRequiredOrHasADefaultOrIsLeftOut() {
    ParameterDeclaration required = ParameterDeclaration.required("bins", BINS, "", "How many.");
    assertTrue(required.required());
    assertEquals(Optional.empty(), required.defaultValue());

    ParameterDeclaration preset = ParameterDeclaration.optional("bins", BINS, 72L, "", "How many.");
    assertFalse(preset.required());
    assertEquals(Optional.of(72L), preset.defaultValue());

    ParameterDeclaration free = ParameterDeclaration.optional("bins", BINS, "", "How many.");
    assertFalse(free.required());
    assertEquals(Optional.empty(), free.defaultValue());
    assertEquals("bins", free.name());
    assertEquals(BINS, free.type());
    assertEquals("How many.", free.summary());
  }

  @Test
  void typesAndDeclarationsDoNotChangeWithTheListsTheyWereMadeFrom() {
    List<String> words = new ArrayList<>(List.of("x", "y"));
    ParameterType.Choice choice = new ParameterType.Choice(words);
    List<ParameterType> types = new ArrayList<>(List.of(choice, BINS));
    ParameterType.OneOf either = new ParameterType.OneOf(types);
    List<ParameterDeclaration> members =
        new ArrayList<>(List.of(ParameterDeclaration.required("a", either, "nm", "A.")));
    ParameterType.Group group = new ParameterType.Group(members);
    Declaration declaration = new Declaration("t", "s", "d", "f", "r", "e", members);
    words.clear();
    types.clear();
    members.clear();
    assertEquals(ParameterType.Choice.of("x", "y"), choice);
    assertEquals(ParameterType.OneOf.of(choice, BINS), either);
    assertEquals(1, group.members().size());
    assertEquals(1, declaration.parameters().size());
    assertThrows(UnsupportedOperationException.class, () -> group.members().clear());
  }

  @Test
  void theReadyMadeRangesOfRealNumbersSayWhetherZeroIsIn() {
    assertEquals(0, ParameterType.Real.POSITIVE.minimum());
    assertTrue(ParameterType.Real.POSITIVE.exclusive());
    assertEquals(Double.NEGATIVE_INFINITY, ParameterType.Real.ANY.minimum());
    assertEquals(Double.POSITIVE_INFINITY, ParameterType.Real.ANY.maximum());
    assertEquals("", ParameterType.Text.ANY.pattern());
  }

  @Test
  void anExceptionNamesTheKeyApartFromTheMessage() {
    ParameterException refused = new ParameterException("coefficients", "2 for 3 coordinates");
    assertEquals("coefficients", refused.parameter());
    assertEquals("2 for 3 coordinates", refused.getMessage());
  }
}
