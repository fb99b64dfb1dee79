/**
 * Functions of a distance that switch from one, near, to zero, far, and what else is summed over
 * pairs. They work on columns of squared distances and give what gradients and Hessians of s(|d|)
 * are made of,
 *
 * <pre>
 *   ∇s = (s′/r) d,   H = (s′/r) 1 + [(s″ − s′/r)/r²] d dᵀ .
 * </pre>
 */
package org.chikei.coordinates.switching;
