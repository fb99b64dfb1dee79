/**
 * Reads inputs of PLUMED: which coordinates here give the numbers that PLUMED prints for its own.
 *
 * <p>An {@link org.chikei.coordinates.plumed.ActionReader} reads the text, a {@link
 * org.chikei.coordinates.plumed.Translation} goes through the actions in order, and the {@link
 * org.chikei.coordinates.plumed.Catalogue} knows what each of them becomes. Lengths are converted
 * to nm where the input has other units; a function is evaluated in the input's own numbers. An
 * action or a keyword without a counterpart is never passed over: what takes it is left unread with
 * a sentence.
 */
package org.chikei.coordinates.plumed;
