/** Jobs that run while whoever gave them goes on. */
package org.chikei.batch.queue;
