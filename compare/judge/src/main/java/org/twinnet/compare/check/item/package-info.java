/**
 * What a trace holds, number by number, and what each must be: items, both sides of one, and evidence that a recipe can
 * be tried on. Depends on {@code trace}, {@code replay}, {@code theory} and the statistics of {@code agreement};
 * nothing of what {@code check} makes of them.
 */
package org.twinnet.compare.check.item;
