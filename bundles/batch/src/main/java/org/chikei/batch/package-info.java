/** Job descriptors: from a file to a plan to a run. */
package org.chikei.batch;
