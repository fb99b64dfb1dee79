/**
 * What a projection loses: hidden coordinates, the memory kernel, the time scale of observation.
 */
package org.chikei.memory;
