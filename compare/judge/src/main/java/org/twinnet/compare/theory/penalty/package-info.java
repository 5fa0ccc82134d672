/** Penalties on parameters, a chapter each. Depends on {@code theory} only. */
package org.twinnet.compare.theory.penalty;
