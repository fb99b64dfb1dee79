/** Free energy, mean force, their comparison and their errors. */
package org.chikei.landscape;
