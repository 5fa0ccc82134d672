/**
 * The way back: a model of DL4J as weights, an experiment and a program for NumPy. Start at
 * {@link org.twinnet.compare.move.back.MovedBack}.
 *
 * <p>A class for each part of a configuration says what choice of an experiment it is. What no experiment can say is
 * refused with the reason; {@code PortCheck}, which names mistakes in ports, then finds none in what was said, or those
 * that are told beside it.
 */
package org.twinnet.compare.move.back;
