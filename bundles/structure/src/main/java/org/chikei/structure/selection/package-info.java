/**
 * The language of atom expressions.
 *
 * <pre>
 *   expression  =  part { "," part }                        parts in the written order, no atom twice
 *   part        =  all { "or" all }
 *   all         =  one { "and" one }
 *   one         =  "not" one  |  "within" distance "of" one  |  "(" expression ")"
 *               |  property value { value }  |  "all"  |  "protein"  |  "backbone"  |  "water"
 *               |  number  |  range  |  name  |  residue "." name  |  group
 *   property    =  "name"  |  "resname"  |  "resid"  |  "element"  |  "chain"  |  "index"
 *   value       =  name, * and ? for any letters and any one  |  number  |  range
 *   range       =  number "-" number [ ":" step ]  |  number "to" number
 * </pre>
 *
 * <p>Numbers of atoms count from 1, numbers of residues are those of the file. A word that is the
 * name of a group means the group. Names are taken as the file writes them, case included; a name
 * that could be taken for something else stands between double quotation marks.
 */
package org.chikei.structure.selection;
