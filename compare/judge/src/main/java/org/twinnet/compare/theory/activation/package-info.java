/**
 * Activation functions, a chapter each, and what people get wrong with them. Depends on {@code theory},
 * {@code theory.mistake} and the patches of {@code theory.activation.patch} only.
 */
package org.twinnet.compare.theory.activation;
