/**
 * Dropout, a chapter each way to drop, and what people get wrong with it. Depends on {@code theory},
 * {@code theory.mistake} and {@code theory.activation}, whose gate a wrong mask may come with.
 */
package org.twinnet.compare.theory.dropout;
