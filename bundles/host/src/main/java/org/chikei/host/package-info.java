/** The command line. */
package org.chikei.host;
