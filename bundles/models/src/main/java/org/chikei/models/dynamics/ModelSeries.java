package org.chikei.models.dynamics;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.chikei.api.model.ModelVariable;
import org.chikei.api.series.Series;
import org.chikei.api.series.SeriesColumn;
import org.chikei.api.series.SeriesDecoder;
import org.chikei.api.trajectory.FrameBatch;
import org.chikei.api.trajectory.FrameContent;

/**
 * The frames of a simulation as a series. Frames are given out before they are integrated; the
 * thread that decodes the first of a {@link Stretch} integrates all of it, and one that has to wait
 * for another thread integrates the beginning of a later segment meanwhile. What chance brings
 * depends on the seed and on the segment alone, so that the numbers are the same whatever the
 * threads do.
 */
final class ModelSeries implements Series {
  /** How many numbers a stretch holds at most. */
  private static final int MOST_NUMBERS = 1 << 20;

  /** How many segments are begun before it is their turn. */
  private static final int AHEAD = 8;

  private final SimulationPlan plan;
  private final List<SeriesColumn> columns = new ArrayList<>();
  private final int length;

  /** Stretches that are not given out yet, in order. */
  private final Deque<Stretch> pending = new ArrayDeque<>();

  private Stretch lastMade;
  private Stretch current;
  private int inCurrent;
  private long given;

  ModelSeries(SimulationPlan plan) {
    this.plan = plan;
    columns.add(new SeriesColumn("time", "", Optional.empty(), 0));
    for (ModelVariable variable : plan.model().variables()) {
      String name = variable.name();
      columns.add(new SeriesColumn(name, "", variable.period(), 0));
      if (plan.moves()) {
        columns.add(new SeriesColumn(SimulationPlan.velocityName(name), "", Optional.empty(), 0));
        columns.add(
            new SeriesColumn(SimulationPlan.accelerationName(name), "", Optional.empty(), 0));
      } else {
        columns.add(new SeriesColumn(SimulationPlan.driftName(name), "", Optional.empty(), 0));
      }
    }
    int variables = plan.model().variables().size();
    length = Math.max(1, Math.min(plan.frames(), MOST_NUMBERS / (2 * variables)));
  }

  @Override
  public List<SeriesColumn> columns() {
    return List.copyOf(columns);
  }

  @Override
  public int timeColumn() {
    return 0;
  }

  @Override
  public Set<FrameContent> carries() {
    return Set.of(FrameContent.TIME);
  }

  @Override
  public long frames() {
    return (long) plan.segments() * plan.frames();
  }

  @Override
  public List<String> notes() {
    return List.of();
  }

  @Override
  public List<String> warnings() {
    return List.of();
  }

  @Override
  public double progress() {
    return (double) given / frames();
  }

  @Override
  public FrameBatch next(int maximum) {
    if (current == null || inCurrent == current.size()) {
      current = following();
      inCurrent = 0;
      if (current == null) {
        return null;
      }
    }
    int size = Math.min(maximum, current.size() - inCurrent);
    Rows rows = new Rows(plan, List.of(current), new int[size], new int[size]);
    for (int k = 0; k < size; k++) {
      rows.rows[k] = inCurrent + k;
    }
    inCurrent += size;
    given += size;
    return rows;
  }

  private Stretch following() {
    synchronized (pending) {
      if (pending.isEmpty()) {
        make();
      }
      return pending.pollFirst();
    }
  }

  /** Makes the stretch after the last one made, if there is one. */
  private void make() {
    Stretch last = lastMade;
    if (last != null && last.first() + last.size() < plan.frames()) {
      int first = last.first() + last.size();
      int size = Math.min(length, plan.frames() - first);
      lastMade = new Stretch(plan, last.segment(), first, size, last);
    } else if (last == null || last.segment() + 1 < plan.segments()) {
      lastMade = new Stretch(plan, last == null ? 0 : last.segment() + 1, 0, length, null);
    } else {
      return;
    }
    pending.addLast(lastMade);
  }

  /** The beginning of a later segment that nobody has taken on, if that is not too far ahead. */
  private Stretch ahead() {
    synchronized (pending) {
      if (length < plan.frames()) {
        // long segments: to go further ahead would keep too much
        return null;
      }
      for (Stretch stretch : pending) {
        if (stretch.take()) {
          return stretch;
        }
      }
      if (pending.size() < AHEAD) {
        int before = pending.size();
        make();
        if (pending.size() > before && lastMade.take()) {
          return lastMade;
        }
      }
      return null;
    }
  }

  /** Sees to it that a stretch is integrated, or is being so. */
  private void demand(Stretch stretch) {
    if (stretch.take()) {
      stretch.integrate();
      return;
    }
    if (!stretch.isDone()) {
      Stretch other = ahead();
      if (other != null) {
        other.integrate();
      }
    }
  }

  /** The states in which segments begin: independent of each other, and soon made. */
  @Override
  public FrameBatch spread(int maximum) {
    int size = Math.min(maximum, plan.segments());
    List<Stretch> beginnings = new ArrayList<>(size);
    Rows rows = new Rows(plan, beginnings, new int[size], new int[size]);
    for (int k = 0; k < size; k++) {
      int segment = (int) ((long) k * plan.segments() / size);
      beginnings.add(new Stretch(plan, segment, 0, 1, null));
      rows.of[k] = k;
    }
    return rows;
  }

  @Override
  public SeriesDecoder decoder(int[] wanted) {
    Decoding decoding = new Decoding(plan, wanted);
    return (batch, rows, from, to, into, at) -> {
      Rows frames = (Rows) batch;
      for (int k = from; k < to; k++) {
        Stretch stretch = frames.stretch(rows[k]);
        demand(stretch);
        decoding.decode(stretch, frames.rows[rows[k]], into, at + k - from);
      }
    };
  }

  @Override
  public void close() throws IOException {
    synchronized (pending) {
      pending.clear();
    }
    current = null;
  }

  /** Frames of one stretch, or of several. */
  private static final class Rows implements FrameBatch {
    private final SimulationPlan plan;
    private final List<Stretch> stretches;
    private final int[] of;
    private final int[] rows;

    Rows(SimulationPlan plan, List<Stretch> stretches, int[] of, int[] rows) {
      this.plan = plan;
      this.stretches = stretches;
      this.of = of;
      this.rows = rows;
    }

    Stretch stretch(int frame) {
      return stretches.get(of[frame]);
    }

    private int inSegment(int frame) {
      return stretch(frame).first() + rows[frame];
    }

    @Override
    public int size() {
      return rows.length;
    }

    @Override
    public double time(int frame) {
      return inSegment(frame) * plan.spacing();
    }

    @Override
    public long number(int frame) {
      return (long) stretch(frame).segment() * plan.frames() + inSegment(frame);
    }

    @Override
    public boolean beginsSegment(int frame) {
      return inSegment(frame) == 0;
    }
  }
}
