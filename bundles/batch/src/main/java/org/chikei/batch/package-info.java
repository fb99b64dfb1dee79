/**
 * Job descriptors: from a file to a plan to a run.
 *
 * <p>{@link org.chikei.batch.job} reads what a person wrote, {@link org.chikei.batch.plan} makes it
 * runnable, {@link org.chikei.batch.engine} runs it, {@link org.chikei.batch.inspection} looks for
 * what could mislead, and {@link org.chikei.batch.output} puts results in their place. {@link
 * org.chikei.batch.BatchWorkbench} is the service that puts these together.
 */
package org.chikei.batch;
