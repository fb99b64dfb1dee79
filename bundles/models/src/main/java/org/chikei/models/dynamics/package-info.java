/** Integrators, and the series that they make. */
package org.chikei.models.dynamics;
