/**
 * What a study found: the surface of the score over the searched dimensions, how much each of them matters, and how the winner compares with the
 * settings that people would take without a search. Depends on the words of {@code tuning} and {@code space}; trains nothing.
 */
package org.twinnet.compare.tuning.findings;
