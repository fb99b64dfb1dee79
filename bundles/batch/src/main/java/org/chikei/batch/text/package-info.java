/**
 * The text of a job: YAML as a tree of values that know their places, and problems that name them.
 */
package org.chikei.batch.text;
