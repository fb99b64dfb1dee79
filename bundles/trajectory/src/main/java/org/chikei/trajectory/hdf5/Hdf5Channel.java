package org.chikei.trajectory.hdf5;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import org.chikei.trajectory.file.TrajectoryFile;

/**
 * A file as jHDF wants it where it is too large for one buffer: read at given places, each read
 * whole, and never mapped chunk by chunk.
 */
final class Hdf5Channel extends FileChannel {
  private final TrajectoryFile file;

  Hdf5Channel(TrajectoryFile file) {
    this.file = file;
  }

  @Override
  public int read(ByteBuffer to, long place) throws IOException {
    int length = to.remaining();
    if (place < 0 || length > file.size() - place) {
      throw new EOFException(length + " bytes at " + place + " reach beyond the file");
    }
    file.read(to, place);
    return length;
  }

  @Override
  public long size() {
    return file.size();
  }

  @Override
  public MappedByteBuffer map(MapMode mode, long place, long length) {
    throw new UnsupportedOperationException("read it instead");
  }

  @Override
  public int read(ByteBuffer to) {
    throw new UnsupportedOperationException("this channel has no place of its own");
  }

  @Override
  public long read(ByteBuffer[] to, int first, int count) {
    throw new UnsupportedOperationException("this channel has no place of its own");
  }

  @Override
  public long position() {
    return 0;
  }

  @Override
  public FileChannel position(long place) {
    throw new UnsupportedOperationException("this channel has no place of its own");
  }

  @Override
  public int write(ByteBuffer from) {
    throw readOnly();
  }

  @Override
  public long write(ByteBuffer[] from, int first, int count) {
    throw readOnly();
  }

  @Override
  public int write(ByteBuffer from, long place) {
    throw readOnly();
  }

  @Override
  public FileChannel truncate(long size) {
    throw readOnly();
  }

  @Override
  public void force(boolean metadata) {
    throw readOnly();
  }

  @Override
  public long transferTo(long place, long count, WritableByteChannel target) {
    throw readOnly();
  }

  @Override
  public long transferFrom(ReadableByteChannel source, long place, long count) {
    throw readOnly();
  }

  @Override
  public FileLock lock(long place, long size, boolean shared) {
    throw readOnly();
  }

  @Override
  public FileLock tryLock(long place, long size, boolean shared) {
    throw readOnly();
  }

  private static UnsupportedOperationException readOnly() {
    return new UnsupportedOperationException("this channel is for reading at given places");
  }

  /** The file is closed by who opened it. */
  @Override
  protected void implCloseChannel() {}
}
