/**
 * A set of trainings in which every two choices of an experiment meet, and what both networks make of it. Depends on
 * the judge alone.
 */
package org.twinnet.compare.bench.covering;
