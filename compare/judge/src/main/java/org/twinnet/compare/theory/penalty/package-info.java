/** Penalties on parameters, a chapter each. Depends on {@code theory} and the words of {@code experiment}. */
package org.twinnet.compare.theory.penalty;
