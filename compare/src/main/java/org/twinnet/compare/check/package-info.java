/**
 * The judge of a trace: every number is recomputed from the numbers before it and held against the rounding error of that one operation. It may
 * depend on {@code trace}, on {@code agreement} and on the textbook's {@code Matrix}; nothing of the command line.
 */
package org.twinnet.compare.check;
