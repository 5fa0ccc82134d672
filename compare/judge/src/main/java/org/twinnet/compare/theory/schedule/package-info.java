/**
 * How the learning rate changes from iteration to iteration, a chapter each. Depends on {@code theory} and the words of
 * {@code experiment} only.
 */
package org.twinnet.compare.theory.schedule;
