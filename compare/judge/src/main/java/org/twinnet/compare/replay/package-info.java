/**
 * A training step recomputed from what a trace holds, with the chapters of {@code theory}: each number by the formula
 * and the rounding bound that stand there, or by what a recipe patches. It may depend on {@code theory}, {@code trace},
 * the words of {@code experiment} and on the textbook's {@code Matrix} only; what a mistake is stands beside its
 * chapter, and whether numbers agree is the business of {@code check} and {@code diagnosis}.
 */
package org.twinnet.compare.replay;
