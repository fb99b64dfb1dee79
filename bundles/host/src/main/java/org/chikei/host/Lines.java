package org.chikei.host;

import java.io.Closeable;
import java.io.IOException;

/** Where the shell gets its lines from. */
interface Lines extends Closeable {

  /** The next line; null at the end. */
  String next() throws IOException;
}
