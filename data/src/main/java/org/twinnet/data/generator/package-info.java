/**
 * Data sets made from a formula and a seed: the football pitch, moons, circles, spirals and exclusive or.
 *
 * <p>Each is a record of its parameters whose Javadoc is its formula. Random numbers come from
 * {@link java.util.Random}, because its Javadoc fixes the algorithm, {@code nextGaussian} included, and sines and
 * cosines from {@link java.lang.StrictMath}; so a seed means the same bits on every Java platform. The package depends
 * on {@code org.twinnet.data} only.
 */
package org.twinnet.data.generator;
