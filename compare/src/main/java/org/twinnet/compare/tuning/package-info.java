/**
 * Tuning experiments: which regularization suits a data set, found by search and proved by cross-validation.
 *
 * <p>{@code space} says what may be tried, {@code search} proposes it (Arbiter is the loop, and is seen only there), {@code score} trains and
 * judges one candidate, {@code study} keeps everything that was found, {@code findings} says what it means. This package holds the words
 * that they share and {@code Tuner}, which runs a study. May depend on {@code experiment}, {@code twin} and {@code agreement}.
 */
package org.twinnet.compare.tuning;
