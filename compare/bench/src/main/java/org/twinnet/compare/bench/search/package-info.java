/**
 * How good the searches are, measured: the best value that each finds of standard test functions at an equal number of
 * evaluations.
 *
 * <p>May depend on {@code tuning}; only the command line depends on it.
 */
package org.twinnet.compare.bench.search;
