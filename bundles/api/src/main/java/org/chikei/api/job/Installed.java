package org.chikei.api.job;

/**
 * Something that a bundle brought.
 *
 * @param kind {@code coordinate}, {@code step}, {@code format}, {@code model} or {@code output}
 * @param type its name in a job
 * @param summary one line
 * @param bundle the symbolic name and version of the bundle that provides it
 */
public record Installed(String kind, String type, String summary, String bundle) {}
