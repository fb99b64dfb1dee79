package org.chikei.api.coordinate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class DerivativeBlockTest {

  @Test
  void onlyWhatIsWantedHasColumns() {
    assertNull(new DerivativeBlock(4, 2, 0).gradient());
    assertNull(new DerivativeBlock(4, 2, 1).curvature());
    assertNull(new DerivativeBlock(4, 2, 1).laplacian());
    DerivativeBlock all = new DerivativeBlock(4, 2, 2);
    assertEquals(4, all.value().length);
    assertEquals(24, all.gradient().length);
    assertEquals(4, all.curvature().length);
    assertEquals(4, all.laplacian().length);
    assertEquals(2, all.points());
    assertEquals(2, all.order());
    assertEquals(4, all.stride());
  }

  @Test
  void aGradientStandsInThreeColumnsAPoint() {
    DerivativeBlock block = new DerivativeBlock(4, 3, 1);
    block.setGradient(2, 1, 10, 20, 30);
    assertEquals(10, block.gradient()[6 * 4 + 1]);
    assertEquals(20, block.gradient()[7 * 4 + 1]);
    assertEquals(30, block.gradient()[8 * 4 + 1]);
  }

  @Test
  void scratchColumnsStayTheSame() {
    DerivativeBlock block = new DerivativeBlock(4, 1, 0);
    double[] third = block.scratch(2);
    assertTrue(third.length >= 4);
    assertSame(third, block.scratch(2));
    assertNotSame(third, block.scratch(1));
  }

  @Test
  void aBlockTooLargeForAnArrayIsRefused() {
    assertThrows(ArithmeticException.class, () -> new DerivativeBlock(1 << 20, 1 << 20, 1));
  }
}
