/** Small stand-ins for what other bundles provide. */
package org.chikei.batch.fake;
