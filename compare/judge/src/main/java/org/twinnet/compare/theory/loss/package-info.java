/**
 * Losses, a chapter each, and what people get wrong with them. Depends on {@code theory}, {@code theory.mistake} and
 * {@code theory.activation}, whose slope a loss may cancel against.
 */
package org.twinnet.compare.theory.loss;
