package org.chikei.batch.output;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.chikei.api.result.JobResult;
import org.chikei.batch.plan.Plan;

/** Takes the SHA-256 of the inputs on a thread of its own while they are being read. */
public final class Digests implements AutoCloseable {
  private static final int CHUNK = 1 << 18;

  private final List<Plan.NamedFile> files;
  private final List<JobResult.Input> inputs = new ArrayList<>();
  private final Thread thread;
  private volatile boolean stopped;
  private IOException failure;

  /**
   * Begins.
   *
   * @param files the inputs
   */
  public Digests(List<Plan.NamedFile> files) {
    this.files = List.copyOf(files);
    thread = new Thread(this::run, "chikei-batch-digest");
    thread.setDaemon(true);
    thread.start();
  }

  private void run() {
    try {
      for (Plan.NamedFile file : files) {
        inputs.add(new JobResult.Input(file.written(), digest(file.path())));
      }
    } catch (IOException e) {
      failure = e;
    }
  }

  private String digest(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      ByteBuffer buffer = ByteBuffer.allocate(CHUNK);
      while (!stopped && channel.read(buffer) >= 0) {
        digest.update(buffer.flip());
        buffer.clear();
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /**
   * Waits for the digests.
   *
   * @return the inputs with their digests
   * @throws IOException if one could not be read
   */
  public List<JobResult.Input> inputs() throws IOException {
    join();
    if (failure != null) {
      throw failure;
    }
    return List.copyOf(inputs);
  }

  private void join() {
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    stopped = true;
    join();
  }
}
