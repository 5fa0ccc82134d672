/**
 * Optimizers and how their rate falls, a chapter each. Depends on {@code theory} and the words of {@code experiment}.
 */
package org.twinnet.compare.theory.optimizer;
