package org.chikei.integration.tests.probe;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.chikei.api.job.JobQueue;
import org.chikei.api.job.JobRequest;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventHandler;

/** Follows jobs of the queue by their events alone. */
public final class EventProbe implements BiFunction<Path, Path, List<String>>, EventHandler {
  private final List<String> events = Collections.synchronizedList(new ArrayList<>());
  private final JobQueue queue;

  /** Made by the test. */
  public EventProbe() {
    BundleContext context = FrameworkUtil.getBundle(EventProbe.class).getBundleContext();
    queue = context.getService(context.getServiceReference(JobQueue.class));
    context.registerService(
        EventHandler.class, this, new Hashtable<>(Map.of("event.topics", "org/chikei/job/*")));
  }

  @Override
  public void handleEvent(Event event) {
    events.add(
        String.join(
            "|",
            event.getTopic(),
            (String) event.getProperty("id"),
            (String) event.getProperty("title"),
            (String) event.getProperty("state"),
            Double.toString((double) event.getProperty("fraction")),
            (String) event.getProperty("message")));
  }

  /** Runs a job; the events until it ends. */
  @Override
  public List<String> apply(Path job, Path output) {
    events.clear();
    queue.submit(new JobRequest(job, Map.of(), Optional.of(output), 2));
    long end = System.nanoTime() + 60_000_000_000L;
    while (!ended() && System.nanoTime() < end) {
      try {
        Thread.sleep(20);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
    return List.copyOf(events);
  }

  private boolean ended() {
    return List.copyOf(events).stream()
        .anyMatch(e -> e.matches("org/chikei/job/(FINISHED|FAILED|CANCELLED).*"));
  }
}
