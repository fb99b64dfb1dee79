package org.chikei.memory;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FourierTest {

  /** Spectra are those of the definition, their frequencies in the order of reversed bits. */
  @ParameterizedTest
  @ValueSource(ints = {2, 4, 8, 16, 32, 64})
  void transformsAsTheDefinitionSaysAndBackAgain(int size) {
    Random random = new Random(size);
    double[] x = random.doubles(size, -1, 1).toArray();
    double[] y = random.doubles(size, -1, 1).toArray();
    Fourier fourier = new Fourier(size - 1);
    assertEquals(size, fourier.size());
    double[] re = x.clone();
    double[] im = y.clone();
    fourier.forward(re, im);
    int bits = Integer.numberOfTrailingZeros(size);
    for (int at = 0; at < size; at++) {
      int k = Integer.reverse(at) >>> 32 - bits;
      double sumRe = 0;
      double sumIm = 0;
      for (int j = 0; j < size; j++) {
        double angle = -2 * Math.PI * j * k / size;
        sumRe += x[j] * Math.cos(angle) - y[j] * Math.sin(angle);
        sumIm += y[j] * Math.cos(angle) + x[j] * Math.sin(angle);
      }
      assertEquals(sumRe, re[at], 1e-12);
      assertEquals(sumIm, im[at], 1e-12);
    }
    Fourier.Spectrum first = new Fourier.Spectrum(fourier.half());
    Fourier.Spectrum second = new Fourier.Spectrum(fourier.half());
    fourier.split(re, im, first, second);
    double[] joinedRe = new double[size];
    double[] joinedIm = new double[size];
    fourier.join(first, second, joinedRe, joinedIm);
    assertArrayEquals(re, joinedRe, 1e-13);
    assertArrayEquals(im, joinedIm, 1e-13);
    fourier.backward(re, im);
    assertArrayEquals(x, re, 1e-14);
    assertArrayEquals(y, im, 1e-14);
  }

  /**
   * One transform where the run fits, else the length with the least work for all pieces together.
   */
  @ParameterizedTest
  @CsvSource({"100, 28, 128", "100, 200, 256", "1000000, 500, 8192"})
  void piecesAreOfALengthThatPays(int frames, int more, int size) {
    assertEquals(size, Fourier.ofPieces(frames, more).size());
  }
}
