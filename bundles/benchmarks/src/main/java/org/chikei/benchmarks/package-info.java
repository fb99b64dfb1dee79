/**
 * How fast the hot paths are, measured with JMH on the files of {@code test-data}. Each benchmark
 * says beside its operations how many frames, atoms or samples a second that is.
 *
 * <p>The build compiles the benchmarks and runs each for a moment, so that they stay whole; it
 * measures nothing. To measure, from the root of the repository:
 *
 * <pre>{@code
 * java -jar bundles/benchmarks/target/benchmarks.jar
 * java -jar bundles/benchmarks/target/benchmarks.jar TrajectoryReading -p input=XTC
 * }</pre>
 *
 * <p>The benchmarks reach the providers of other bundles as plain classes, and the engine without a
 * framework.
 */
package org.chikei.benchmarks;
