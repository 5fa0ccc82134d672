/**
 * The examples that both networks learn from: data sets, their splits and their folds.
 *
 * <p>A {@link org.twinnet.data.Dataset} is read by {@code source}, made by {@code generator}, and identified by the
 * SHA-256 of its numbers. It is plain Java: rows of {@code double}, one example a row, labels 0 or 1. Nothing here
 * knows a network, and nothing here loads ND4J's native code.
 *
 * <p>The packages below depend on this one, and this one depends on none of them. Other modules may use all of them.
 */
package org.twinnet.data;
