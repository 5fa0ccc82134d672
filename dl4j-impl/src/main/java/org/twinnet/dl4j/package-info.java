/**
 * The network of the notebook in Eclipse Deeplearning4j: the same numbers as the hand-written one, none of its code.
 *
 * <p>Start with {@link org.twinnet.dl4j.Dl4jConfigurations}, which is the example to copy: it says with DL4J's own
 * builder what the notebook says in formulas. {@link org.twinnet.dl4j.Dl4jNetwork} trains it with {@code fit} and hands
 * out what DL4J computed, in the notebook's order ({@link org.twinnet.dl4j.ParameterLayout});
 * {@link org.twinnet.dl4j.witness.SameDiffWitness} differentiates the same network automatically, as an independent
 * witness. {@link org.twinnet.dl4j.runtime.Nd4jRuntime} starts ND4J quietly, with one thread and with the caches of
 * {@code org.twinnet.dl4j.engine}; {@link org.twinnet.dl4j.runtime.BlasSelfTest} makes sure that its products are
 * right.
 *
 * <p>Notation: W, b, Z, A, D, m, λ as in the notebook; layers are counted from 1, examples are columns there and rows
 * here. Vectors and matrices leave this package as {@code double[]} in the notebook's order, never as ND4J arrays.
 *
 * <p>What a choice is in DL4J stands in the packages below, {@code activation}, {@code loss}, {@code dropout},
 * {@code normalization}, {@code batch}, {@code update}; none of them sees this one.
 *
 * <p>This module knows ND4J and Deeplearning4j and nothing else of Twinnet; the module {@code compare} may depend on
 * it.
 */
package org.twinnet.dl4j;
