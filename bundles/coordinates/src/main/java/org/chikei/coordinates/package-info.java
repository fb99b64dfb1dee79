/** Collective variables and what is made of them. */
package org.chikei.coordinates;
