package org.chikei.batch.queue;

import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import org.chikei.api.job.JobEvents;
import org.chikei.api.job.JobStatus;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventAdmin;

/**
 * Tells Event Admin what becomes of jobs, if the framework has one at that moment. Whatever goes
 * wrong in telling is no affair of the job's.
 */
final class EventTopics implements BiConsumer<String, JobStatus> {
  private static final String EVENT_ADMIN = "org.osgi.service.event.EventAdmin";

  private final BundleContext context;

  EventTopics(BundleContext context) {
    this.context = context;
  }

  @Override
  public void accept(String topic, JobStatus job) {
    try {
      ServiceReference<?> reference = context.getServiceReference(EVENT_ADMIN);
      Object service = reference == null ? null : context.getService(reference);
      if (service != null) {
        Posting.post(service, topic, properties(job));
        context.ungetService(reference);
      }
    } catch (RuntimeException | LinkageError untold) {
      return; // this bundle is being stopped, or that Event Admin is of another version
    }
  }

  static Map<String, Object> properties(JobStatus job) {
    return Map.of(
        JobEvents.ID, job.id(),
        JobEvents.TITLE,
            job.outcome()
                .map(o -> o.result().title())
                .orElseGet(() -> job.request().file().getFileName().toString()),
        JobEvents.STATE, job.state().name().toLowerCase(Locale.ROOT),
        JobEvents.FRACTION, job.fraction(),
        JobEvents.MESSAGE, message(job));
  }

  private static String message(JobStatus job) {
    if (!job.problems().isEmpty()) {
      return job.problems().get(0).toString();
    }
    return job.outcome()
        .filter(o -> !o.result().failures().isEmpty())
        .map(o -> "failed: " + String.join(", ", o.result().failures().keySet()))
        .orElse(job.message());
  }

  /** Apart, so that its class is loaded only where there is an Event Admin. */
  private static final class Posting {
    static void post(Object service, String topic, Map<String, Object> properties) {
      ((EventAdmin) service).postEvent(new Event(topic, properties));
    }
  }
}
