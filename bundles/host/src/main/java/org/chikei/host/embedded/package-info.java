/**
 * The framework of the executable jar: started with the bundles that lie in the jar, and with those
 * of a folder where the command line names one.
 */
package org.chikei.host.embedded;
