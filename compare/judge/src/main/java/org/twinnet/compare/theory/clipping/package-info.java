/**
 * How a gradient that is too large is made smaller, a chapter each. Depends on {@code theory} and the words of
 * {@code experiment} only.
 */
package org.twinnet.compare.theory.clipping;
