/**
 * Masks of dropout: how many units they keep, how independently, and those that a trace shows without holding them.
 * Depends on {@code trace}, {@code replay} and the statistics of {@code agreement} only.
 */
package org.twinnet.compare.check.mask;
