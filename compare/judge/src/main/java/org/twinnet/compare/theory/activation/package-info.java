/** Activation functions, a chapter each. Depends on {@code theory} only. */
package org.twinnet.compare.theory.activation;
