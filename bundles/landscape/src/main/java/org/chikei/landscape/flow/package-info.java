/** The step {@code flow}: a mean force as gradient and flow. */
package org.chikei.landscape.flow;
