/**
 * The judge of a trace: every number is recomputed from the numbers before it and held against the rounding error of
 * that one operation; whole runs are held against the spread of their own rounding; DL4J gives a second opinion. It may
 * depend on {@code trace}, {@code replay}, {@code agreement} and the twins; nothing of diagnosis, reports or the
 * command line.
 */
package org.twinnet.compare.check;
