/**
 * What a study found: how the best score came down, a model of the score over the searched dimensions, its surface over
 * two of them, and how much each dimension matters. Depends on the words of {@code tuning} and {@code space}; trains
 * nothing. All transcendental functions are those of {@code StrictMath}, so the same candidates give the same findings
 * bit by bit on every machine.
 */
package org.twinnet.compare.tuning.findings;
