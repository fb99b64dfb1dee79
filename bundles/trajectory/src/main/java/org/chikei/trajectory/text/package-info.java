/**
 * What formats made of text share: lines of files of any size, numbers read from bytes without
 * making strings, and units that a file does not state.
 */
package org.chikei.trajectory.text;
