/** Molecules, SMARTS selections and depictions, read with CDK. */
package org.chikei.structure;
