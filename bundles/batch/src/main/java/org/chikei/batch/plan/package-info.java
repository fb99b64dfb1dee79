/**
 * From a job as it is written to one that can run: its files found and recognised, its structure
 * read, its masses set, its atoms looked up, its coordinates and steps made.
 */
package org.chikei.batch.plan;
