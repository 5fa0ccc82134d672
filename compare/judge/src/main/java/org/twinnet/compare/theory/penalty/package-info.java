/**
 * Penalties on parameters, a chapter each, and what people get wrong with them. Depends on {@code theory} and
 * {@code theory.mistake} only.
 */
package org.twinnet.compare.theory.penalty;
