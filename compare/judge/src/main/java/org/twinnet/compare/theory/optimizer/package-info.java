/**
 * Optimizers, a chapter each, and what people get wrong with them. Depends on {@code theory}, {@code theory.mistake}
 * and the words of {@code experiment} only.
 */
package org.twinnet.compare.theory.optimizer;
