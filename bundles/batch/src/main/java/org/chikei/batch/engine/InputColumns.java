package org.chikei.batch.engine;

import java.io.IOException;

/** What is decoded of a block of frames. Filled again and again; used by one thread. */
interface InputColumns {

  /** Decodes some rows of a slice. */
  void fill(Slice.Frames slice, int from, int to) throws IOException;

  /** How many frames fit. */
  int stride();

  /** How many frames there are now. */
  int size();

  /** Forgets the part that was decoded last, so that it can be closed. */
  void forget();
}
