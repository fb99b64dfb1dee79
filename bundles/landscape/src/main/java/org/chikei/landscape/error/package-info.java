/** Errors of means and differences of correlated samples. */
package org.chikei.landscape.error;
