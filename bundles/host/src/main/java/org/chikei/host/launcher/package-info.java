/**
 * The executable jar before there is a framework: it opens itself, gives the framework its classes
 * and sees to it that the temporary folder goes when the process does.
 *
 * <p>The jar holds its bundles as they were packed, whole and uncompressed, and this package reads
 * them where they lie: nothing is unpacked to a disk. These classes use the JDK alone; those of
 * {@code org.chikei.host.embedded} see the OSGi API, too, and are loaded together with the
 * framework.
 *
 * <p>Start-up time is the measure here. What looks like a detour, such as a folder name without a
 * secure random number, is there since it was measured.
 */
package org.chikei.host.launcher;
