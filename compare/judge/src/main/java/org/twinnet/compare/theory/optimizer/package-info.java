/** Optimizers and how their rate falls, a chapter each. Depends on {@code theory} only. */
package org.twinnet.compare.theory.optimizer;
