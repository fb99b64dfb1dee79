package org.chikei.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class PaletteTest {

  @Test
  void aCurveKeepsItsColourInEveryFigureOfAStep() {
    Palette palette = new Palette();
    assertArrayEquals(new int[] {1, 2, 3}, palette.colours(List.of("G", "Vm", "G_iso")));
    assertArrayEquals(new int[] {4}, palette.colours(List.of("D")));
    assertArrayEquals(new int[] {3, 5, 2}, palette.colours(List.of("G_iso", "s", "Vm")));
  }

  @Test
  void theColoursOfAFigureDifferAsLongAsThereAreEnough() {
    Palette palette = new Palette();
    palette.colours(List.of("a", "b", "c", "d", "e", "f"));
    int[] colours = palette.colours(List.of("1", "2", "3", "4", "a", "5", "6", "7"));
    assertEquals(8, Arrays.stream(colours).distinct().count());
    int[] many = palette.colours(List.of("1", "2", "3", "4", "5", "6", "7", "8", "9", "9", "9"));
    assertEquals(8, Arrays.stream(many).distinct().count());
  }
}
