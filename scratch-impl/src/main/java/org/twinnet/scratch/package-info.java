/**
 * A neural network with every formula written by hand: the textbook twin.
 *
 * <p>Reading order: {@link org.twinnet.scratch.network.Network} is the page to begin with. It is a list of the layers
 * of {@link org.twinnet.scratch.layer}, with a {@link org.twinnet.scratch.loss} and a
 * {@link org.twinnet.scratch.penalty}; each formula has its derivative beside it. {@link org.twinnet.scratch.training}
 * puts them into the loop, and {@link org.twinnet.scratch.optimizer} makes an update of a gradient.
 *
 * <p>The notation is that of the deep learning specialization's notebook on regularization (Andrew Ng, deeplearning.ai,
 * "Improving Deep Neural Networks", week 1):
 *
 * <table>
 *   <caption>Symbols; l counts layers from 1 to L, m is the number of examples</caption>
 *   <tr><th>symbol</th><th>shape</th><th>meaning</th></tr>
 *   <tr><td>X = A⁰, Y</td><td>features × m, 1 × m</td><td>examples and their labels, one example a column</td></tr>
 *   <tr><td>Wˡ, bˡ</td><td>units × inputs, units × 1</td><td>weights and biases of layer l</td></tr>
 *   <tr><td>Zˡ</td><td>units × m</td><td>pre-activation Zˡ = Wˡ·Aˡ⁻¹ + bˡ</td></tr>
 *   <tr><td>Gˡ, Aˡ</td><td>units × m</td><td>activation Gˡ = g(Zˡ), and what dropout leaves of it</td></tr>
 *   <tr><td>Dˡ</td><td>units × m</td><td>dropout mask, 1 keeps a unit, 0 drops it</td></tr>
 *   <tr><td>J</td><td>scalar</td><td>cost: mean loss + penalty</td></tr>
 *   <tr><td>dV</td><td>as V</td><td>∂J/∂V, for each quantity V above</td></tr>
 *   <tr><td>λ, keep_prob, α</td><td>scalar</td><td>penalty strength, keep probability, learning rate</td></tr>
 * </table>
 *
 * <p>Formulas compute in double precision. A network in single precision rounds what they have made, tensor by tensor;
 * {@link org.twinnet.scratch.linalg.Precision} says when.
 *
 * <p>This module depends on nothing but the library that supplies the Mersenne Twister. It shares numbers with its
 * twin, never code.
 */
package org.twinnet.scratch;
