package org.chikei.models.sampling;

import java.util.random.RandomGenerator;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;

/**
 * A stream of random numbers (xoshiro256++) that depends on a seed and on the number of the stream
 * alone. Not thread-safe.
 */
public final class SeededRandom implements RandomGenerator {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private final UniformRandomProvider source;
  private final ZigguratSampler.NormalizedGaussian gaussian;

  /**
   * Begins a stream.
   *
   * @param seed the seed
   * @param stream the number of the stream; different numbers give independent streams
   */
  public SeededRandom(long seed, long stream) {
    long[] state = new long[4];
    long at = mix(seed) ^ mix(stream * GOLDEN + 1);
    for (int k = 0; k < state.length; k++) {
      at += GOLDEN;
      state[k] = mix(at);
    }
    source = RandomSource.XO_SHI_RO_256_PP.create(state);
    gaussian = ZigguratSampler.NormalizedGaussian.of(source);
  }

  /** The finisher of SplitMix64: every bit of the result depends on every bit of the argument. */
  private static long mix(long value) {
    long z = value;
    z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
    z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
    return z ^ z >>> 31;
  }

  @Override
  public long nextLong() {
    return source.nextLong();
  }

  @Override
  public double nextDouble() {
    return source.nextDouble();
  }

  @Override
  public double nextGaussian() {
    return gaussian.sample();
  }
}
