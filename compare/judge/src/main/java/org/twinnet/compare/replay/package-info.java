/**
 * A training step recomputed from what a trace holds, each number with its rounding error, by the right formulas or by
 * altered ones. It may depend on {@code trace} and on the textbook's {@code Matrix} only; what an alteration means, and
 * whether numbers agree, is the business of {@code diagnosis} and {@code check}.
 */
package org.twinnet.compare.replay;
