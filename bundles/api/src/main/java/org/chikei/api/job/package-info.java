/**
 * Jobs: a file that says what to read, which coordinates to form and what to do with them.
 *
 * <pre>{@code
 * JobOutcome outcome = workbench.run(JobRequest.of(Path.of("butane.yaml")), JobMonitor.NONE);
 * System.out.println(outcome.result().steps().get(0).headline());
 * }</pre>
 *
 * <p>Where the framework has an Event Admin, it is told what becomes of the jobs of a queue: {@link
 * org.chikei.api.job.JobEvents}.
 */
@Export
@Version("0.2.0")
package org.chikei.api.job;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
