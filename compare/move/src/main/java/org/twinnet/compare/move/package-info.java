/**
 * Moving to Deeplearning4j: weights as people have them become an experiment and its parameters, and these a project
 * that somebody else compiles. Start at {@link org.twinnet.compare.move.Moving}.
 *
 * <p>Weights are read ({@code WeightFile}), their names understood ({@code WeightNames}), their layout decided by
 * numbers or refused ({@code Layouts}); {@code MovedProject} writes the files. May depend on {@code experiment} and
 * {@code twin}; it holds no word of the command line.
 */
package org.twinnet.compare.move;
