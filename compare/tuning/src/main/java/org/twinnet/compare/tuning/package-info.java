/**
 * Tuning experiments: which regularization suits a data set, found by search and proved by cross-validation.
 *
 * <p>{@code space} says what may be tried, {@code search} proposes it (Arbiter is the loop, and is seen only there),
 * {@code score} trains and judges one candidate, {@code study} keeps everything that was found, {@code run} puts them
 * together and trains the winner's twins, {@code findings} says what it means. This package holds the words that they
 * share. May depend on {@code experiment}; {@code Metric} asks {@code agreement} what a right label is.
 */
package org.twinnet.compare.tuning;
