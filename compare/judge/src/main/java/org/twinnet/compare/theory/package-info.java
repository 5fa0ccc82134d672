/**
 * The judge's own mathematics, one chapter a formula: the numbers that every chapter is written with, and what a
 * chapter on an activation is. A chapter says the value, the slope, the rounding bound for any unit roundoff and the
 * formula as text; {@code theory.step} puts chapters together to one step of training. Theory is the third party
 * between the twins: it may depend on {@code experiment} and the JDK, and sees neither twin. This package depends on
 * nothing.
 */
package org.twinnet.compare.theory;
