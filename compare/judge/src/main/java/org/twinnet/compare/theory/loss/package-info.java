/**
 * Losses, a chapter each. Depends on {@code theory} and {@code theory.activation}, whose slope a loss may cancel
 * against.
 */
package org.twinnet.compare.theory.loss;
