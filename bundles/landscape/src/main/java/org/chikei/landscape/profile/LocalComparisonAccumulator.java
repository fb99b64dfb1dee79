package org.chikei.landscape.profile;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.chikei.api.analysis.Accumulator;
import org.chikei.api.analysis.SampleBlock;

/**
 * Collects a comparison in its bins, and the same sums again in the narrow cells that kernels are
 * laid over: block by block of the same frames.
 *
 * @param bins what is collected in bins
 * @param cells what is collected in cells
 */
public record LocalComparisonAccumulator(ComparisonAccumulator bins, ComparisonAccumulator cells)
    implements Accumulator {

  @Override
  public void add(SampleBlock block) {
    bins.add(block);
    cells.add(block);
  }

  @Override
  public void merge(Accumulator other) {
    LocalComparisonAccumulator next = (LocalComparisonAccumulator) other;
    bins.merge(next.bins);
    cells.merge(next.cells);
  }

  @Override
  public void write(DataOutput out) throws IOException {
    bins.write(out);
    cells.write(out);
  }

  @Override
  public void read(DataInput in) throws IOException {
    bins.read(in);
    cells.read(in);
  }
}
