package org.chikei.landscape.grid;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongUnaryOperator;
import org.chikei.api.analysis.DataOverview;

/**
 * Sums of several quantities by cell, kept apart for runs of frames: what every mean, and every
 * error of it, is made of.
 *
 * <p>A cell is a bin or a combination of bins, named by a key. A block is a run of frames whose
 * length is a power of two times a base length; beyond a number of blocks, neighbours are joined,
 * so that memory stays bounded however long the run is. A block never reaches across the end of a
 * segment until blocks are joined, nor of a run (a file of its own) as long as there are others to
 * join. Blocks hold only the cells that they visited.
 */
public final class CellBlocks {

  /** One run of frames: the cells it visited and its sums, {@code quantities} numbers a cell. */
  public static final class Block {
    public final int run;
    public final int frames;
    public final int[] cells;
    public final double[] sums;

    Block(int run, int frames, int[] cells, double[] sums) {
      this.run = run;
      this.frames = frames;
      this.cells = cells;
      this.sums = sums;
    }
  }

  private final int quantities;
  private final int maximumBlocks;
  private LongIndex index = new LongIndex();
  private final List<Block> blocks = new ArrayList<>();
  private long length;
  private boolean lastIsOpen;

  private double[] sums;
  private int[] openCells = new int[16];
  private int[] placeOf = new int[64];
  private int visited;
  private int frames;
  private int run;

  /** Blocks that each of several runs may keep, so that their own scatter is known. */
  private static final int BLOCKS_OF_RUN = 256;

  private static final int MOST_OF_RUNS = 4096;

  /**
   * Makes empty sums.
   *
   * @param quantities how many numbers each cell has
   * @param baseLength the length of the first blocks, in frames
   * @param maximumBlocks blocks are joined once there are twice as many
   */
  public CellBlocks(int quantities, long baseLength, int maximumBlocks) {
    this.quantities = quantities;
    this.maximumBlocks = maximumBlocks;
    this.length = baseLength;
    this.sums = new double[16 * quantities];
    Arrays.fill(placeOf, -1);
  }

  /**
   * The base length that makes from 256 to 512 blocks, so that few need joining.
   *
   * @param expectedFrames how many frames will come, −1 if not known
   * @return a power of two
   */
  public static long baseLength(long expectedFrames) {
    long length = 1;
    while (expectedFrames > 512 * length) {
      length *= 2;
    }
    return length;
  }

  /**
   * The base length that makes about half as many blocks of each window as of a run by itself, as
   * far as all together stay bounded: what is known of a bin comes from the few windows that reach
   * it, and the scatter of few blocks tells its own size badly.
   *
   * @param overview what is known of the data
   * @return a power of two
   */
  public static long baseLength(DataOverview overview) {
    int windows = overview.windows();
    long parts = Math.max(Math.max(1, (windows + 7) / 8), Math.min(8, (windows + 1) / 2));
    return baseLength(overview.frames() < 0 ? -1 : overview.frames() / parts);
  }

  public int quantities() {
    return quantities;
  }

  /**
   * Says which run the frames that follow belong to; the block before must be ended where it is
   * another.
   *
   * @param newRun the number of the run
   */
  public void run(int newRun) {
    run = newRun;
  }

  /** The number of cells that were visited. */
  public int cells() {
    return index.size();
  }

  public long key(int cell) {
    return index.key(cell);
  }

  public List<Block> blocks() {
    return blocks;
  }

  /**
   * Where the sums of a cell stand in {@link #sums} during the open block.
   *
   * @param key the cell's key
   * @return the place of its first quantity
   */
  public int place(long key) {
    int cell = index.number(key);
    if (cell >= placeOf.length) {
      int old = placeOf.length;
      placeOf = Arrays.copyOf(placeOf, Math.max(2 * old, cell + 1));
      Arrays.fill(placeOf, old, placeOf.length, -1);
    }
    int place = placeOf[cell];
    if (place < 0) {
      if (visited == openCells.length) {
        openCells = Arrays.copyOf(openCells, 2 * visited);
        sums = Arrays.copyOf(sums, 2 * sums.length);
      }
      openCells[visited] = cell;
      place = visited++ * quantities;
      placeOf[cell] = place;
    }
    return place;
  }

  /** The sums of the open block; another array may stand here after each call of {@link #place}. */
  public double[] sums() {
    return sums;
  }

  /** How many frames the open block can still take. */
  public long room() {
    return length - frames;
  }

  /** Ends a frame; ends the block once it is full. */
  public void endFrame() {
    endFrames(1);
  }

  /**
   * Ends some frames; ends the block once it is full.
   *
   * @param count how many, at most {@link #room}
   */
  public void endFrames(int count) {
    frames += count;
    if (frames >= length) {
      endBlock();
    }
  }

  /** Ends the open block, full or not, so that nothing is left open. */
  public void endSlice() {
    if (frames > 0) {
      endBlock();
    }
  }

  private void endBlock() {
    blocks.add(
        new Block(
            run,
            frames,
            Arrays.copyOf(openCells, visited),
            Arrays.copyOf(sums, visited * quantities)));
    for (int k = 0; k < visited; k++) {
      placeOf[openCells[k]] = -1;
    }
    Arrays.fill(sums, 0, visited * quantities, 0);
    visited = 0;
    frames = 0;
  }

  /**
   * Appends the blocks of what came next.
   *
   * @param next other sums, whose last slice is ended; not used afterwards
   * @param sameSegment whether they continue the segment that these sums end in
   */
  public void merge(CellBlocks next, boolean sameSegment) {
    if (!sameSegment) {
      lastIsOpen = false;
    }
    int[] numbers = new int[next.cells()];
    for (int cell = 0; cell < numbers.length; cell++) {
      numbers[cell] = index.number(next.key(cell));
    }
    List<Block> appended = new ArrayList<>();
    if (lastIsOpen && !blocks.isEmpty()) {
      appended.add(blocks.remove(blocks.size() - 1));
    }
    for (Block block : next.blocks) {
      int[] cells = new int[block.cells.length];
      for (int k = 0; k < cells.length; k++) {
        cells[k] = numbers[block.cells[k]];
      }
      appended.add(new Block(block.run, block.frames, cells, block.sums));
    }
    if (!appended.isEmpty()) {
      blocks.addAll(joined(appended, length, false));
      lastIsOpen = lastFrames() < length;
    }
    int runs = runs();
    int ofRuns = runs > 1 ? Math.min(BLOCKS_OF_RUN * runs, MOST_OF_RUNS) : 0;
    int most = Math.max(maximumBlocks, ofRuns);
    while (blocks.size() > 2 * most) {
      int before = blocks.size();
      join(true, most);
      if (blocks.size() == before) {
        join(false, most);
      }
    }
  }

  private int runs() {
    int runs = 0;
    for (int k = 0; k < blocks.size(); k++) {
      runs += k == 0 || blocks.get(k).run != blocks.get(k - 1).run ? 1 : 0;
    }
    return runs;
  }

  private long lastFrames() {
    return blocks.isEmpty() ? 0 : blocks.get(blocks.size() - 1).frames;
  }

  /**
   * Joins neighbouring blocks, those of one run alone if so wanted, as long as they are no longer
   * than 4/3 of the mean length of as many blocks as there may be: so that short segments do not
   * make long blocks of what came first. At most 3/2 of that number are left where runs do not
   * matter.
   */
  private void join(boolean withinRuns, int most) {
    long frames = 0;
    for (Block block : blocks) {
      frames += block.frames;
    }
    long longest = 4 * frames / (3L * most);
    List<Block> joined = joined(blocks, longest, withinRuns);
    blocks.clear();
    blocks.addAll(joined);
    while (2 * length <= longest) {
      length *= 2;
    }
    lastIsOpen = lastFrames() < length;
  }

  /** Neighbours together as long as they have no more frames than the longest block may have. */
  private List<Block> joined(List<Block> all, long longest, boolean withinRuns) {
    List<Block> joined = new ArrayList<>();
    List<Block> together = new ArrayList<>();
    long framesTogether = 0;
    for (Block block : all) {
      boolean fits =
          framesTogether + block.frames <= longest
              && !(withinRuns && !together.isEmpty() && together.get(0).run != block.run);
      if (!fits && !together.isEmpty()) {
        joined.add(join(together));
        together.clear();
        framesTogether = 0;
      }
      together.add(block);
      framesTogether += block.frames;
    }
    if (!together.isEmpty()) {
      joined.add(join(together));
    }
    return joined;
  }

  private Block join(List<Block> some) {
    if (some.size() == 1) {
      return some.get(0);
    }
    ensurePlaces();
    long most = 0;
    int all = 0;
    for (Block block : some) {
      most += block.cells.length;
      all += block.frames;
    }
    int room = (int) Math.min(most, index.size());
    int[] cells = new int[room];
    double[] joined = new double[room * quantities];
    int count = 0;
    for (Block block : some) {
      for (int k = 0; k < block.cells.length; k++) {
        int cell = block.cells[k];
        if (placeOf[cell] < 0) {
          cells[count] = cell;
          placeOf[cell] = count++;
        }
        int place = placeOf[cell] * quantities;
        for (int q = 0; q < quantities; q++) {
          joined[place + q] += block.sums[k * quantities + q];
        }
      }
    }
    for (int k = 0; k < count; k++) {
      placeOf[cells[k]] = -1;
    }
    return new Block(
        some.get(0).run,
        all,
        Arrays.copyOf(cells, count),
        Arrays.copyOf(joined, count * quantities));
  }

  private void ensurePlaces() {
    if (placeOf.length < index.size()) {
      int old = placeOf.length;
      placeOf = Arrays.copyOf(placeOf, Math.max(2 * old, index.size()));
      Arrays.fill(placeOf, old, placeOf.length, -1);
    }
  }

  /**
   * Renames cells; cells that get the same name become one.
   *
   * @param rename from old key to new key
   */
  void rename(LongUnaryOperator rename) {
    LongIndex renamed = new LongIndex();
    int[] numbers = new int[index.size()];
    for (int cell = 0; cell < numbers.length; cell++) {
      numbers[cell] = renamed.number(rename.applyAsLong(index.key(cell)));
    }
    index = renamed;
    int[] none = {};
    for (int k = 0; k < blocks.size(); k++) {
      Block block = blocks.get(k);
      int[] cells = new int[block.cells.length];
      for (int i = 0; i < cells.length; i++) {
        cells[i] = numbers[block.cells[i]];
      }
      Block nothing = new Block(block.run, 0, none, new double[0]);
      Block named = new Block(block.run, block.frames, cells, block.sums);
      blocks.set(k, join(List.of(nothing, named)));
    }
  }

  public void write(DataOutput out) throws IOException {
    out.writeInt(quantities);
    out.writeLong(length);
    out.writeBoolean(lastIsOpen);
    out.writeInt(index.size());
    for (int cell = 0; cell < index.size(); cell++) {
      out.writeLong(index.key(cell));
    }
    out.writeInt(blocks.size());
    for (Block block : blocks) {
      out.writeInt(block.run);
      out.writeInt(block.frames);
      out.writeInt(block.cells.length);
      for (int cell : block.cells) {
        out.writeInt(cell);
      }
      for (double sum : block.sums) {
        out.writeDouble(sum);
      }
    }
  }

  public void read(DataInput in) throws IOException {
    if (in.readInt() != quantities) {
      throw new IOException("the saved sums are of another kind of analysis");
    }
    length = in.readLong();
    lastIsOpen = in.readBoolean();
    index = new LongIndex();
    int cells = in.readInt();
    for (int cell = 0; cell < cells; cell++) {
      index.number(in.readLong());
    }
    blocks.clear();
    int count = in.readInt();
    for (int k = 0; k < count; k++) {
      int blockRun = in.readInt();
      int blockFrames = in.readInt();
      int[] visitedCells = new int[in.readInt()];
      for (int i = 0; i < visitedCells.length; i++) {
        visitedCells[i] = in.readInt();
      }
      double[] blockSums = new double[visitedCells.length * quantities];
      for (int i = 0; i < blockSums.length; i++) {
        blockSums[i] = in.readDouble();
      }
      blocks.add(new Block(blockRun, blockFrames, visitedCells, blockSums));
    }
  }
}
