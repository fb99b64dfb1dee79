/** Results on their way to the disk: digests of what was read, settings, and moves into place. */
package org.chikei.batch.output;
