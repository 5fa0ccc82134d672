/**
 * The layers of a network, each with its forward and backward formula on one page, their parameters as named tensors,
 * and what a pass in either direction leaves behind. Depends on matrices and activations only; the network is a list of
 * these layers.
 */
package org.twinnet.scratch.layer;
