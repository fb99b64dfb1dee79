/** Runs under harmonic restraints, joined by MBAR. */
package org.chikei.batch.windows;
