package org.chikei.batch.fake;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.chikei.api.Declaration;
import org.chikei.api.analysis.Accumulator;
import org.chikei.api.analysis.Analysis;
import org.chikei.api.analysis.AnalysisStep;
import org.chikei.api.analysis.Collector;
import org.chikei.api.analysis.DataOverview;
import org.chikei.api.analysis.FinishContext;
import org.chikei.api.analysis.SampleRequirements;
import org.chikei.api.analysis.StepFailure;
import org.chikei.api.analysis.StepRequest;
import org.chikei.api.parameter.ParameterDeclaration;
import org.chikei.api.parameter.ParameterType;
import org.chikei.api.result.StepResult;

/** Fails where the job says. */
public final class FailingStep implements AnalysisStep {

  private static volatile CountDownLatch hanging = new CountDownLatch(1);

  /** Lets the steps that hang end, and their threads with them. */
  public static void wake() {
    hanging.countDown();
    hanging = new CountDownLatch(1);
  }

  /** Comes back when it is woken, as a provider that does not listen. */
  static void hang() {
    CountDownLatch latch = hanging;
    while (latch.getCount() > 0) {
      try {
        latch.await();
      } catch (InterruptedException deaf) {
        // goes on
      }
    }
  }

  @Override
  public Declaration declaration() {
    return new Declaration(
        "fail",
        "a fake",
        "",
        "",
        "",
        "",
        List.of(
            ParameterDeclaration.required(
                "at",
                ParameterType.Choice.of(
                    "stuck-prepare",
                    "throw-prepare",
                    "look",
                    "collect",
                    "finish",
                    "stack",
                    "hang",
                    "stuck-look",
                    "stuck",
                    "merge",
                    "write",
                    "read",
                    "throw-merge",
                    "throw-write",
                    "throw-read"),
                "",
                "when")));
  }

  @Override
  public int minimumCoordinates() {
    return 1;
  }

  @Override
  public int maximumCoordinates() {
    return 1;
  }

  @Override
  public Analysis prepare(StepRequest request) {
    String at = request.parameters().text("at");
    if (at.equals("stuck-prepare")) {
      hang();
    }
    if (at.equals("throw-prepare")) {
      throw new IllegalStateException("no idea");
    }
    return new Analysis() {
      @Override
      public SampleRequirements requirements() {
        return SampleRequirements.VALUES;
      }

      @Override
      public Collector collect(DataOverview overview) throws StepFailure {
        if (at.equals("look")) {
          throw new StepFailure("these data will not do");
        }
        if (at.equals("stuck-look")) {
          hang();
        }
        return new FailingCollector(at);
      }
    };
  }

  private record FailingCollector(String at) implements Collector {
    @Override
    public Accumulator accumulator() {
      if (at.equals("collect")) {
        throw new IllegalStateException("a\nbug");
      }
      return new Nothing(at);
    }

    @Override
    public StepResult finish(Accumulator all, FinishContext context) throws StepFailure {
      if (at.equals("hang")) {
        hang();
      }
      throw new StepFailure("no sample");
    }
  }

  private record Nothing(String at) implements Accumulator {
    @Override
    public void add(org.chikei.api.analysis.SampleBlock block) {
      if (at.equals("stack")) {
        add(block);
      }
      if (at.equals("stuck")) {
        hang();
      }
    }

    @Override
    public void merge(Accumulator next) {
      fail("merge");
    }

    @Override
    public void write(DataOutput out) throws IOException {
      out.writeInt(7);
      fail("write");
      out.write(new byte[1 << 18]);
    }

    @Override
    public void read(DataInput in) throws IOException {
      fail("read");
      in.skipBytes(Integer.BYTES + (1 << 18));
    }

    private void fail(String where) {
      if (at.equals(where)) {
        hang();
      }
      if (at.equals("throw-" + where)) {
        throw new IllegalStateException("a bug");
      }
    }
  }
}
