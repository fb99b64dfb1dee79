/** The coordinates that a projection lost, won back from the series that is left. */
package org.chikei.memory.hierarchy;
