package org.chikei.coordinates.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionTest {
  private static final int TRIES = Integer.getInteger("chikei.fuzz", 20_000);
  private static final List<String> XYZ = List.of("x", "y", "z");

  /** An expression in one frame: value, first derivatives, second derivatives row by row. */
  private static double[] evaluate(String text, double... values) throws ExpressionException {
    List<String> names = XYZ.subList(0, values.length);
    int n = values.length;
    double[][] columns = new double[n][1];
    for (int a = 0; a < n; a++) {
      columns[a][0] = values[a];
    }
    double[] value = new double[1];
    double[][] first = new double[n][1];
    double[][][] second = new double[n][][];
    for (int a = 0; a < n; a++) {
      second[a] = new double[a + 1][1];
    }
    Expression.parse(text, names).evaluate(1, columns, value, first, second);
    double[] all = new double[1 + n + n * (n + 1) / 2];
    int k = 0;
    all[k++] = value[0];
    for (double[] column : first) {
      all[k++] = column[0];
    }
    for (double[][] row : second) {
      for (double[] column : row) {
        all[k++] = column[0];
      }
    }
    return all;
  }

  private static double value(String text, double... values) throws ExpressionException {
    return evaluate(text, values)[0];
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "-x^2              | -9",
        "2^-x              | 0.125",
        "2^x^2             | 512",
        "2-x-1             | -2",
        "12/x/2            | 2",
        "-x*2              | -6",
        "x - -2            | 5",
        "--x               | 3",
        "2*-x^2            | -18",
        "1+2*x             | 7",
        "(1+2)*x           | 9",
        "1.5e1+.5+2.       | 17.5",
        "1E-1*x            | 0.3",
        "a*a+b; a=b-1; b=x | 7",
        "x; x=5            | 5",
        "min(x,1)+max(x,1) | 4",
        "select(x-3,1,2)   | 2",
        "select(x,1,2)     | 1",
        "step(x-3)         | 1",
        "step(x-3.5)       | 0",
        "delta(x)          | 0",
        "nandelta(x)       | 0",
        "floor(-x/2)       | -2",
        "ceil(-x/2)        | -1",
        "abs(-x)           | 3",
        "square(x)+cube(x) | 36",
        "recip(x)*x        | 1",
        "x^0               | 1",
        "(-x)^3            | -27",
        "atan2(0,-x)/pi    | 1",
        "pi_2/pi_4*sqrt2*sqrt1_2 | 2",
        "log(e)*ln2*log2e*ln10*log10e | 1",
      })
  void hasThePrecedenceAndTheWordsOfItsGrammar(String text, double expected) throws Exception {
    assertEquals(expected, value(text, 3), 1e-14);
  }

  @Test
  void aVariableHidesAConstant() throws Exception {
    double[][] value = {{7}};
    double[] out = new double[1];
    Expression.parse("e + 1", List.of("e")).evaluate(1, value, out, null, null);
    assertEquals(8, out[0]);
  }

  @Test
  void namesMayHaveWhatIsNoOperator() throws Exception {
    double[] out = new double[1];
    Expression.parse("d1.x*2", List.of("d1.x")).evaluate(1, new double[][] {{4}}, out, null, null);
    assertEquals(8, out[0]);
  }

  /** Inverse functions after the functions, and those of reciprocals after their definitions. */
  @ParameterizedTest
  @CsvSource({
    "asinh((exp(x)-exp(-x))/2), x",
    "acosh((exp(x)+exp(-x))/2), abs(x)",
    "atanh((exp(2*x)-1)/(exp(2*x)+1)), x",
    "sinh(x), (exp(x)-exp(-x))/2",
    "cosh(x), (exp(x)+exp(-x))/2",
    "tanh(x), sinh(x)/cosh(x)",
    "tan(x), sin(x)/cos(x)",
    "sec(x)*cos(x)+csc(x)*sin(x)+cot(x)*tan(x), 3",
    "sech(x)*cosh(x)+csch(x)*sinh(x)+coth(x)*tanh(x), 3",
    "asec(1/x)+acsc(1/x), pi/2",
    "acot(1/x), atan(x)",
    "asech(1/cosh(x)), abs(x)",
    "acsch(1/sinh(x)), x",
    "acoth(1/tanh(x)), x",
    "erf(x)+erfc(x), 1",
    "exp(log(abs(x))), abs(x)",
    "sqrt(x*x), abs(x)",
    "asin(sin(x)), x",
    "acos(cos(x)), abs(x)"
  })
  void functionsKeepTheirIdentities(String left, String right) throws Exception {
    for (double x : new double[] {-0.9, -0.31, 0.07, 0.5, 0.93}) {
      assertEquals(value(right, x), value(left, x), 1e-13, left + " at " + x);
    }
  }

  /** Figures of erfc by mpmath with 25 digits. */
  @ParameterizedTest
  @CsvSource({
    "0.1, 0.8875370839817151",
    "0.5, 0.4795001221869535",
    "1, 0.1572992070502851",
    "1.4, 0.04771488023735119",
    "1.5, 0.03389485352468927",
    "1.6, 0.02365161665535599",
    "2, 0.004677734981047266",
    "3, 2.209049699858544e-5",
    "5, 1.537459794428035e-12",
    "-1, 1.842700792949715",
    "-2, 1.995322265018953"
  })
  void erfcHasItsTabulatedValues(double x, double expected) throws Exception {
    assertEquals(expected, value("erfc(x)", x), 2e-14 * expected + 1e-16);
    assertEquals(1 - expected, value("erf(x)", x), 3e-15);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "x*exp(-y^2)+step(x-1)",
        "x^y + y^x + x^1.5 - x^-2.5 + x^3*y^4",
        "sqrt(x*y)*log(x/y)",
        "sin(x*y)+cos(x-z)*tan(y/3)",
        "asin(x/9)+acos(y/9)+atan(z*x)+atan2(x,y*z)",
        "sinh(x/3)+cosh(y)*tanh(z*x/4)",
        "asinh(x*y)+acosh(1.5+y)+atanh(z/9)",
        "erf(x-y)+erfc(z*x/2)*y",
        "sec(x/4)+csc(y)+cot(z)+sech(x)+csch(y)+coth(z)",
        "asec(2+x)+acsc(3+y)+acot(z)+asech(1/(2+x))+acsch(y)+acoth(2+z)",
        "abs(x-y)*min(x,z*1.1)+max(y,x*z)",
        "select(step(x-y), x*y^2, z/x)",
        "1/(1+(x/y)^6) + floor(x)*y + ceil(z)*x",
        "a*b/(a+b); b = exp(-z*a); a = sqrt(x^2+y^2)",
        "square(x-y)+cube(z)*recip(x)"
      })
  void derivativesAreThoseOfDifferences(String text) throws Exception {
    Random random = new Random(11);
    int compared = 0;
    int apart = 0;
    for (int n = 0; n < 60; n++) {
      double[] at = {
        0.3 + 1.5 * random.nextDouble(),
        0.35 + 1.5 * random.nextDouble(),
        0.32 + 1.5 * random.nextDouble()
      };
      double[] exact = evaluate(text, at);
      for (int a = 0; a < 3; a++) {
        double[] slope = differences(text, at, a);
        for (int b = -1; b <= a; b++) {
          double expected = exact[b < 0 ? 1 + a : 4 + a * (a + 1) / 2 + b];
          // rounding of numbers near 100, over 1e-3
          apart += Math.abs(slope[1 + b] - expected) < 1e-9 * (1 + Math.abs(expected)) ? 0 : 1;
          compared++;
        }
      }
    }
    // across a kink or a jump differences say nothing: 8e-3 out of 1.5, a few of them
    boolean smooth = !text.matches(".*(abs|min|max|step|floor|ceil).*");
    assertTrue(apart <= (smooth ? 0 : compared / 20), apart + " of " + compared);
  }

  /** Derivatives along one variable of the value and the first derivatives, over nine points. */
  private static double[] differences(String text, double[] at, int a) throws Exception {
    double[] weights = {4 / 5.0, -1 / 5.0, 4 / 105.0, -1 / 280.0};
    double step = 1e-3;
    double[] sum = new double[4];
    for (int k = 1; k <= 4; k++) {
      double[] up = at.clone();
      double[] down = at.clone();
      up[a] += k * step;
      down[a] -= k * step;
      double[] above = evaluate(text, up);
      double[] below = evaluate(text, down);
      for (int m = 0; m < 4; m++) {
        sum[m] += weights[k - 1] * (above[m] - below[m]) / step;
      }
    }
    return sum;
  }

  @Test
  void kinksHaveTheDerivativeOfOneSide() throws Exception {
    assertEquals(-2.0, evaluate("abs(x)*2", -3)[1]);
    assertEquals(2.0, evaluate("abs(x)*2", 0)[1]);
    assertEquals(1.0, evaluate("min(x, y)", 1, 2)[1]);
    assertEquals(0.0, evaluate("min(x, y)", 2, 1)[1]);
    assertEquals(1.0, evaluate("max(x, y)", 2, 1)[1]);
    assertEquals(4.0, evaluate("select(step(x), x^2, -x^2)", 2)[1]);
    assertEquals(4.0, evaluate("select(step(x), x^2, -x^2)", -2)[1]);
    assertEquals(-2.0, evaluate("select(step(x), x^2, -x^2)", -2)[2]);
    assertEquals(5.0, evaluate("step(x)*5*x", 0)[1]);
    assertEquals(0.0, evaluate("floor(x)", 0.5)[1]);
    assertEquals(0.0, evaluate("delta(x)", 0.5)[1]);
  }

  @Test
  void whatDoesNotExistIsNotANumber() throws Exception {
    assertTrue(Double.isNaN(value("sqrt(x)", -1)));
    assertTrue(Double.isNaN(value("log(x)", 0)));
    assertTrue(Double.isNaN(value("1/x", 0)));
    assertTrue(Double.isNaN(value("acosh(x)", 0.5)));
    assertTrue(Double.isNaN(value("acos(x)", 1.5)));
    assertTrue(Double.isNaN(value("delta(x)", 0)));
    assertTrue(Double.isNaN(value("nandelta(x)", 0)));
    assertTrue(Double.isNaN(value("(-x)^0.5", 1)));
    double[] root = evaluate("sqrt(x)", 0);
    assertEquals(0, root[0]);
    assertTrue(Double.isNaN(root[1]));
    double[] power = evaluate("x^1.5", 0);
    assertEquals(0, power[1]);
    assertTrue(Double.isNaN(power[2]));
    for (String text : new String[] {"step(x)", "select(x,1,2)", "erf(x)", "min(x,1)", "x^2"}) {
      assertTrue(Double.isNaN(value(text, Double.NaN)), text);
    }
  }

  @Test
  void theOtherBranchOfASelectionDoesNotMatter() throws Exception {
    double[] all = evaluate("select(step(x), sqrt(x), 0)", -1);
    assertEquals(0.0, all[0]);
    assertEquals(0.0, all[1]);
    assertEquals(0.0, all[2]);
  }

  /** Enough frames that registers are used again and again, in expressions with many constants. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "sin(x)*y/(1+x^3) + x*y - exp(x*y)",
        "-(x - 0.1)^2 + 2*(y - 0.2)",
        "erf(x*u)+y^-1.5+acosh(1+v)+min(x,y)*max(u,v)/abs(x-y)+tanh(v)^3; v=u^2+x; u=x-y",
        "(x - 1) - 6*floor((x - 1)/6 + 0.5) + (y + 2) - 6*floor((y + 2)/6 + 0.5)"
      })
  void aColumnIsWhatItsFramesAre(String text) throws Exception {
    int size = 100;
    double[][] values = new double[2][size];
    Random random = new Random(3);
    for (int j = 0; j < size; j++) {
      values[0][j] = random.nextDouble();
      values[1][j] = random.nextDouble();
    }
    double[] value = new double[size];
    double[][] first = new double[2][size];
    double[][][] second = {{new double[size]}, {new double[size], new double[size]}};
    Expression expression = Expression.parse(text, List.of("x", "y"));
    double[] alone = new double[size];
    expression.evaluate(size, values, alone, null, null);
    expression.evaluate(size, values, value, first, second);
    for (int j = 0; j < size; j++) {
      double[] one = evaluate(text, values[0][j], values[1][j]);
      assertEquals(one[0], value[j]);
      assertEquals(one[0], alone[j]);
      assertEquals(one[1], first[0][j]);
      assertEquals(one[2], first[1][j]);
      assertEquals(one[3], second[0][0][j]);
      assertEquals(one[4], second[1][0][j]);
      assertEquals(one[5], second[1][1][j]);
    }
  }

  /** Squares of squares: 2⁵⁰ factors, but 50 terms. */
  @Test
  void definitionsAreEvaluatedOnce() throws Exception {
    StringBuilder text = new StringBuilder("a0");
    for (int k = 0; k < 50; k++) {
      text.append("; a").append(k).append(" = a").append(k + 1).append("*a").append(k + 1);
    }
    text.append("; a50 = x");
    double x = 1 + 0x1p-50;
    double[] all = evaluate(text.toString(), x);
    // the rounding of the first squares doubles with each of the others
    assertEquals(Math.E, all[0], 1e-6);
    assertEquals(0x1p50 * Math.E, all[1], 0x1p50 * 1e-6);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "x +           | character 4: ends where a number, a variable, a function or '(' was expected",
        "x + w         | character 5: 'w' is no variable (accepted: x, y, z)",
        "sin x         | character 1: 'sin' is no variable; the function of this name has its '(' next to it",
        "sin (x)       | character 1: 'sin' is no variable; the function of this name has its '(' next to it",
        "2x            | character 2: 'x' cannot follow here; an operator (+ - * / ^) or the end was expected",
        "(x            | character 3: ends before the '(' of character 1 is closed",
        "(x y)         | character 4: 'y' where an operator or ')' was expected",
        "x)            | character 2: ')' cannot follow here; an operator (+ - * / ^) or the end was expected",
        "atan2(x)      | character 1: atan2 takes 2 arguments, not 1",
        "sin(x, y)     | character 1: sin takes 1 argument, not 2",
        "+x            | character 1: '+' where a number, a variable, a function or '(' was expected",
        "1.2.3         | character 4: '.3' cannot follow here; an operator (+ - * / ^) or the end was expected",
        "1e            | character 1: '1e' is no number",
        "x; y          | character 3: a definition has the form name = expression, but there is no '='",
        "x; 2a = 1     | character 3: '2a' is no name that can be defined",
        "a; a = b + x; | character 8: 'b' is no variable (accepted: x, y, z)"
      })
  void saysWhereItCannotBeRead(String text, String message) {
    ExpressionException e =
        assertThrows(ExpressionException.class, () -> Expression.parse(text, XYZ));
    assertEquals(message.strip(), e.getMessage().strip());
  }

  @Test
  void unknownFunctionsAreAnsweredWithTheKnownOnes() {
    ExpressionException e =
        assertThrows(ExpressionException.class, () -> Expression.parse("sine(x)", XYZ));
    assertTrue(e.getMessage().startsWith("character 1: 'sine' is no function (accepted: abs, "));
  }

  @Test
  void tooMuchIsRefused() {
    assertThrows(ExpressionException.class, () -> Expression.parse("(".repeat(5000), XYZ));
    assertThrows(ExpressionException.class, () -> Expression.parse("-".repeat(5000) + "x", XYZ));
    assertThrows(ExpressionException.class, () -> Expression.parse("x^".repeat(5000) + "x", XYZ));
    assertThrows(ExpressionException.class, () -> Expression.parse("x+".repeat(90_000), XYZ));
  }

  @Test
  void damagedTextIsReadOrRefused() {
    Random random = new Random(20140117);
    String[] words = {
      "x",
      "y",
      "(",
      ")",
      "-",
      "+",
      "^",
      "*",
      "/",
      ",",
      ";",
      "=",
      "1e9",
      ".",
      "sin(",
      "min(",
      "select(",
      "a",
      " ",
      "é",
      "\u0000",
      "erf(",
      "9999999999999999999",
      "e",
      "atan2("
    };
    String sound = "select(step(x-1),a^2,min(y,-z)) + erf(b)/2e-1; b = sqrt(a)-pi; a = x*y";
    assertTimeoutPreemptively(
        Duration.ofSeconds(60 + TRIES / 100),
        () -> {
          int read = 0;
          for (int n = 0; n < TRIES; n++) {
            StringBuilder text = new StringBuilder(sound);
            for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
              int at = random.nextInt(text.length());
              int length = random.nextInt(Math.min(4, text.length() - at) + 1);
              text.replace(at, at + length, words[random.nextInt(words.length)]);
            }
            try {
              evaluate(text.toString(), 0.3, 1.7, -0.4);
              read++;
            } catch (ExpressionException e) {
              assertTrue(e.getMessage().startsWith("character "), e.getMessage());
            }
          }
          assertTrue(read > TRIES / 100, "only " + read + " could be read");
        });
  }
}
