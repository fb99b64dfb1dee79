package org.chikei.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.chikei.api.Declaration;
import org.chikei.api.coordinate.CollectiveVariable;
import org.chikei.api.coordinate.CollectiveVariableProvider;
import org.chikei.api.coordinate.Coordinate;
import org.chikei.api.coordinate.CoordinateRequest;
import org.chikei.api.coordinate.DerivativeBlock;
import org.chikei.api.coordinate.Point;
import org.chikei.api.coordinate.PointBlock;
import org.chikei.api.job.DerivativeReport;
import org.chikei.api.job.DerivativeReport.Response;
import org.chikei.api.job.DerivativeReport.Verdict;
import org.chikei.api.job.JobRequest;
import org.chikei.api.parameter.ParameterDeclaration;
import org.chikei.api.parameter.ParameterType;
import org.chikei.batch.fake.FakeCoordinates;
import org.chikei.batch.fake.FakeRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DerivativeCheckTest {
  @TempDir Path folder;

  private final BatchWorkbench workbench =
      new BatchWorkbench(
          FakeRegistry.full().add(FakeCoordinates.KIND, "square", new SquareProvider()));

  private DerivativeReport.Row row(String coordinates, String last) throws Exception {
    Files.writeString(folder.resolve("four.atoms"), "ATOMS\nC A A\nC B B\nC C C\nC D D\n");
    Files.writeString(folder.resolve("a.fake"), "FAKE\nframes=500\nbatch=333\n");
    Path job =
        Files.writeString(
            folder.resolve("job.yaml"),
            "source: {trajectory: a.fake, structure: four.atoms, temperature: 300}\n"
                + "coordinates: ["
                + coordinates
                + "]\n"
                + "analysis: [{step: record, of: "
                + last
                + "}]\n");
    DerivativeReport report = workbench.checkDerivatives(JobRequest.of(job));
    assertEquals(16, report.frames());
    DerivativeReport.Row row = report.rows().get(report.rows().size() - 1);
    assertEquals(row.verdict() != Verdict.WRONG, report.right());
    return row;
  }

  private DerivativeReport.Row square(String faults) throws Exception {
    return row("{name: q, type: square, atoms: [2, 4], faults: [" + faults + "]}", "q");
  }

  @Test
  void aCoordinateWithItsGradientAloneIsRight() throws Exception {
    DerivativeReport.Row row = row("{name: d, type: span, atoms: [1, 3]}", "d");
    assertEquals(Verdict.RIGHT, row.verdict());
    assertTrue(row.gradientError() < 1e-10, () -> "" + row.gradientError());
    assertTrue(row.curvatureError() < 1e-8, () -> "" + row.curvatureError());
    assertTrue(row.laplacianError() < 1e-8, () -> "" + row.laplacianError());
    assertEquals(Response.SAME, row.translation());
    assertEquals(Response.SAME, row.rotation());
    assertEquals(Response.NONE, row.images());
  }

  @Test
  void aCoordinateOfOthersIsRight() throws Exception {
    DerivativeReport.Row row =
        row(
            "{name: d, type: span, atoms: [1, 2]}, {name: e, type: span, atoms: [2, 4]},"
                + " {name: p, type: product, of: [d, e]}",
            "p");
    assertEquals(Verdict.RIGHT, row.verdict());
    assertEquals("", row.remark());
  }

  @Test
  void aCoordinateOnACircleIsComparedTheShortWayRound() throws Exception {
    DerivativeReport.Row row = row("{name: t, type: turn, atom: 1}", "t");
    assertEquals(Verdict.RIGHT, row.verdict());
    assertEquals(Response.CHANGES, row.translation());
    assertEquals(Response.CHANGES, row.rotation());
  }

  @Test
  void secondOrderTermsOfItsOwnAreTested() throws Exception {
    assertEquals(Verdict.RIGHT, square("").verdict());
  }

  @Test
  void aWrongGradientIsFoundWithTheAtom() throws Exception {
    DerivativeReport.Row row = square("gradient");
    assertEquals(Verdict.WRONG, row.verdict());
    // the y of the second point is wrong by a part in 10⁵ of itself
    assertTrue(row.gradientError() > 1e-7 && row.gradientError() <= 1e-5, row::toString);
    assertEquals(
        "its gradient disagrees with differences of its value, first in y of atom 4", row.remark());
  }

  @Test
  void aWrongCurvatureIsFound() throws Exception {
    DerivativeReport.Row row = square("curvature");
    assertEquals(Verdict.WRONG, row.verdict());
    assertTrue(row.gradientError() < 1e-7 && row.laplacianError() < 1e-5, row::toString);
    assertEquals(1e-3, row.curvatureError(), 1e-4);
    assertTrue(row.remark().startsWith("its second-order terms disagree"), row.remark());
  }

  @Test
  void aWrongLaplacianIsFound() throws Exception {
    DerivativeReport.Row row = square("laplacian");
    assertEquals(Verdict.WRONG, row.verdict());
    assertTrue(row.gradientError() < 1e-7 && row.curvatureError() < 1e-5, row::toString);
    // a single component bends by 2, a random direction that parts the points by up to 4
    assertTrue(row.laplacianError() > 2e-4 && row.laplacianError() <= 1e-3, row::toString);
  }

  @Test
  void aCoordinateThatThrowsIsWrongAndSaysWhat() throws Exception {
    DerivativeReport.Row row = square("throw");
    assertEquals(Verdict.WRONG, row.verdict());
    assertTrue(row.remark().startsWith("it failed: "), row.remark());
    assertTrue(row.remark().contains("no such luck"), row.remark());
  }

  @Test
  void aCoordinateThatNeverExistsIsUntested() throws Exception {
    DerivativeReport.Row row = square("value");
    assertEquals(Verdict.UNTESTED, row.verdict());
    assertEquals(16, row.undefinedFrames());
    assertTrue(Double.isNaN(row.gradientError()));
    assertFalse(row.remark().isEmpty());
  }

  /** Makes {@link Square}. */
  private static final class SquareProvider implements CollectiveVariableProvider {
    @Override
    public Declaration declaration() {
      return new Declaration(
          "square",
          "a fake",
          "",
          "",
          "",
          "{name: x, type: square}",
          List.of(
              ParameterDeclaration.required("atoms", new ParameterType.Points(2, 2), "", "ends"),
              ParameterDeclaration.required(
                  "faults",
                  new ParameterType.ListOf(ParameterType.Text.ANY, 0, 9),
                  "",
                  "what is wrong")));
    }

    @Override
    public Coordinate create(CoordinateRequest request) {
      return new Square(
          request.parameters().points("atoms"),
          (List<?>) request.parameters().value("faults").orElseThrow());
    }
  }

  /** |x₂ − x₁|² with faults on demand. */
  private record Square(List<Point> points, List<?> faults) implements CollectiveVariable {
    @Override
    public String unit() {
      return "nm^2";
    }

    @Override
    public int order() {
      return 2;
    }

    @Override
    public void evaluate(PointBlock in, DerivativeBlock out) {
      if (faults.contains("throw") && out.order() > 0) {
        throw new IllegalStateException("no such luck");
      }
      double[] d = new double[3];
      double[] v = in.velocities();
      for (int j = 0; j < in.size(); j++) {
        in.displacement(0, 1, j, d);
        double speed = 0;
        for (int k = 0; k < 3 && v != null; k++) {
          double u = v[in.offset(1) + k * in.stride() + j] - v[in.offset(0) + k * in.stride() + j];
          speed += u * u;
        }
        out.value()[j] =
            faults.contains("value") ? Double.NaN : d[0] * d[0] + d[1] * d[1] + d[2] * d[2];
        if (out.order() >= 1) {
          double slip = faults.contains("gradient") ? 1 + 1e-5 : 1;
          out.setGradient(0, j, -2 * d[0], -2 * d[1], -2 * d[2]);
          out.setGradient(1, j, 2 * d[0], 2 * d[1] * slip, 2 * d[2]);
        }
        if (out.order() >= 2) {
          out.curvature()[j] = 2 * speed * (faults.contains("curvature") ? 1.001 : 1);
          out.laplacian()[j] =
              6
                  * (in.inverseMass(0) + in.inverseMass(1))
                  * (faults.contains("laplacian") ? 1.001 : 1);
        }
      }
    }
  }
}
