package org.chikei.report;

/**
 * Colours for values: even steps of lightness that stay apart for every kind of colour vision and
 * in grey. A ramp for one sign runs from deep blue over green to pale yellow; one for both signs
 * from blue over near white to red. Computed in the perceptual space OKLCH (B. Ottosson, 2020).
 */
final class ColourRamp {
  private ColourRamp() {}

  /**
   * A colour of the ramp from dark to light.
   *
   * @param place from 0 to 1
   * @return {@code #rrggbb}
   */
  static String sequential(double place) {
    double lightness = 0.30 + 0.66 * place;
    double chroma = 0.11 + 0.05 * Math.sin(Math.PI * place);
    double hue = 283 - 178 * place;
    return hex(lightness, chroma, hue);
  }

  /**
   * A colour of the ramp for both signs.
   *
   * @param place from 0, most negative, over 0.5 for zero to 1
   * @return {@code #rrggbb}
   */
  static String diverging(double place) {
    double far = Math.abs(2 * place - 1);
    return hex(0.96 - 0.48 * far, 0.17 * far, place < 0.5 ? 255 : 35);
  }

  private static String hex(double lightness, double chroma, double hue) {
    double a = chroma * Math.cos(Math.toRadians(hue));
    double b = chroma * Math.sin(Math.toRadians(hue));
    double l = cube(lightness + 0.3963377774 * a + 0.2158037573 * b);
    double m = cube(lightness - 0.1055613458 * a - 0.0638541728 * b);
    double s = cube(lightness - 0.0894841775 * a - 1.2914855480 * b);
    StringBuilder out = new StringBuilder("#");
    channel(out, 4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s);
    channel(out, -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s);
    channel(out, -0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s);
    return out.toString();
  }

  private static void channel(StringBuilder out, double linear) {
    double light = Math.max(0, Math.min(1, linear));
    double gamma = light <= 0.0031308 ? 12.92 * light : 1.055 * Math.pow(light, 1 / 2.4) - 0.055;
    int value = (int) (255 * gamma + 0.5);
    out.append(Character.forDigit(value >> 4, 16)).append(Character.forDigit(value & 15, 16));
  }

  private static double cube(double x) {
    return x * x * x;
  }
}
