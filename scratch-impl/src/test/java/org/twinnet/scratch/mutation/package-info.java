/**
 * Holds the mutants that no test notices against the list of those that are explained, src/test/mutation/survivors.txt.
 * Used by the Maven profile {@code mutation} after PIT has run.
 */
package org.twinnet.scratch.mutation;
