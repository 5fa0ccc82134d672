/**
 * Speed, measured: how many iterations a second the twins do beside NumPy and beside a plain {@code fit()} loop, and
 * whether the DL4J twin's memory stays where it is.
 *
 * <p>Contestants differ in language and environment, so each is a process of its own, in each scenario; {@code Bench}
 * starts them in turn, {@code BenchChild} is what runs in a Java one. Ratios are formed within a round, where the
 * machine was the same for both. May depend on {@code experiment} and {@code twin}; only its own command line depends
 * on it.
 */
package org.twinnet.compare.bench;
