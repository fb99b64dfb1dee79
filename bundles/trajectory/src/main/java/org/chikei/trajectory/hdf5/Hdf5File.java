package org.chikei.trajectory.hdf5;

import io.jhdf.HdfFile;
import io.jhdf.api.Attribute;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Link;
import io.jhdf.api.Node;
import io.jhdf.links.ExternalLink;
import java.io.IOException;
import java.lang.reflect.Array;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel.MapMode;
import java.util.ArrayList;
import java.util.List;
import org.chikei.api.InputException;
import org.chikei.trajectory.file.TrajectoryFile;

/**
 * The groups, attributes and datasets of an HDF5 file. Whatever goes wrong within jHDF comes out as
 * one sentence about the file.
 */
final class Hdf5File {
  /** No attribute of these conventions is longer. */
  private static final long LONGEST_ATTRIBUTE = 1024;

  private static final int MOST_LINKS = 16;

  private final TrajectoryFile file;
  private final HdfFile hdf;

  private Hdf5File(TrajectoryFile file, HdfFile hdf) {
    this.file = file;
    this.hdf = hdf;
  }

  /** Something that jHDF does. */
  interface Work<T> {
    T get() throws IOException;
  }

  /** Opens a file; the file itself is closed by who opened it. */
  static Hdf5File open(TrajectoryFile file) throws IOException {
    HdfFile hdf = told(file, () -> hdf(file));
    long end = told(file, () -> hdf.getHdfBackingStorage().getSuperblock().getEndOfFileAddress());
    if (end > file.size()) {
      throw file.fault(
          "the file should have %d bytes and has %d; was it copied whole?"
              .formatted(end, file.size()));
    }
    return new Hdf5File(file, hdf);
  }

  private static HdfFile hdf(TrajectoryFile file) throws IOException {
    if (file.size() <= Integer.MAX_VALUE) {
      return HdfFile.fromByteBuffer(
          file.content().channel().map(MapMode.READ_ONLY, 0, file.size()));
    }
    return new HdfFile(new Hdf5Channel(file));
  }

  /** Does something with jHDF, which throws all kinds of things where a file is damaged. */
  static <T> T told(TrajectoryFile file, Work<T> work) throws IOException {
    try {
      return work.get();
    } catch (RuntimeException | StackOverflowError | AssertionError | InternalError e) {
      String why = String.valueOf(e.getMessage()).replaceAll("\\s+", " ");
      InputException told =
          file.fault(
              "the HDF5 file is damaged or of a kind that is not read ("
                  + (why.length() > 160 ? why.substring(0, 160) + "…" : why)
                  + ")");
      told.initCause(e);
      throw told;
    }
  }

  <T> T told(Work<T> work) throws IOException {
    return told(file, work);
  }

  /** The file. */
  TrajectoryFile file() {
    return file;
  }

  /** The bytes at a place, as the file counts them. */
  ByteBuffer bytes(long place, int length) {
    return hdf.getHdfBackingStorage().map(place, length);
  }

  /** The group that holds all others. */
  Group root() {
    return hdf;
  }

  /** What a group holds under a name, links within the file followed; null if nothing. */
  Node child(Group group, String name) throws IOException {
    return told(
        () -> {
          Node node = group.getChildren().get(name);
          for (int links = 0; node != null && node.isLink(); links++) {
            if (node instanceof ExternalLink || links == MOST_LINKS) {
              throw file.fault("'" + name + "' lies in another file; copy it into this one");
            }
            node = ((Link) node).isBrokenLink() ? null : ((Link) node).getTarget();
          }
          return node;
        });
  }

  Group group(Group group, String name) throws IOException {
    return child(group, name) instanceof Group found ? found : null;
  }

  Dataset dataset(Group group, String name) throws IOException {
    return child(group, name) instanceof Dataset found ? found : null;
  }

  /** The names of what a group holds. */
  List<String> names(Group group) throws IOException {
    return told(() -> new ArrayList<>(group.getChildren().keySet()));
  }

  /** An attribute that is text, or several; empty if it is not there or no text. */
  List<String> texts(Node node, String name) throws IOException {
    Object data = attribute(node, name);
    List<String> texts = new ArrayList<>();
    if (data instanceof String[] several) {
      texts.addAll(List.of(several));
    } else if (data instanceof String one) {
      texts.add(one);
    } else if (data instanceof byte[] flags) {
      for (byte flag : flags) {
        texts.add(flag == 0 ? "none" : "periodic"); // an enumeration of booleans
      }
    }
    return texts;
  }

  String text(Node node, String name) throws IOException {
    List<String> texts = texts(node, name);
    return texts.isEmpty() ? "" : texts.get(0).replaceAll("[\\x00\\s]+$", "");
  }

  /** An attribute that is a number; a value of its own if it is not there. */
  double number(Node node, String name, double otherwise) throws IOException {
    Object data = attribute(node, name);
    if (data != null && data.getClass().isArray() && Array.getLength(data) == 1) {
      data = Array.get(data, 0);
    }
    return data instanceof Number number ? number.doubleValue() : otherwise;
  }

  private Object attribute(Node node, String name) throws IOException {
    return told(
        () -> {
          Attribute attribute = node.getAttributes().get(name);
          return attribute == null || attribute.getSize() > LONGEST_ATTRIBUTE
              ? null
              : attribute.getData();
        });
  }

  /** The one number of a dataset that has no more. */
  double scalar(Dataset dataset) throws IOException {
    Object data = told(() -> dataset.getSize() == 1 ? dataset.getData() : null);
    return data instanceof Number number ? number.doubleValue() : Double.NaN;
  }
}
