/**
 * NumPy's random numbers, so that both twins and the published notebook start from the same weights and masks. Depends
 * on nothing but the library's Mersenne Twister; used by initialization and dropout.
 */
package org.twinnet.scratch.random;
