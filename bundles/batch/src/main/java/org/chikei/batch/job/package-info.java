/**
 * A job as it is written: its keys declared as data, read with every problem found at once, and the
 * JSON Schema of the same declarations. Nothing here looks at input data.
 */
package org.chikei.batch.job;
