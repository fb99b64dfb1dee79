/** What is installed, seen without loading it, and borrowed for the time of a job. */
package org.chikei.batch.registry;
