/** What a job should be told of its data and of itself before and beside the results. */
package org.chikei.batch.inspection;
