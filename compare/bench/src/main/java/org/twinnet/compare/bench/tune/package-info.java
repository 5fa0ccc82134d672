/**
 * What tuning costs, measured: candidates a second beside Arbiter's own task creator, iterations that successive
 * halving saves, memory over a thousand candidates, and studies that are killed and resumed. Contestants are processes
 * of their own, as in {@code bench}. May depend on {@code tuning}; only the command line depends on it.
 * {@code StockArbiter} is the one class here that sees Arbiter and Deeplearning4j: it is the contestant.
 */
package org.twinnet.compare.bench.tune;
