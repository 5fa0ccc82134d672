/**
 * What can't be compared number by number, because each program draws its own random numbers, and is held to be the
 * same on average: two one-sided tests over many seeds. May depend on agreement, twin and experiment; used by the
 * report.
 */
package org.twinnet.compare.equivalence;
