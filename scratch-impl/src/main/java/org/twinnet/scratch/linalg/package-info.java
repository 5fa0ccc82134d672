/**
 * Matrices and the few products that a dense network needs. The bottom of the house: it depends on nothing, and every
 * other package of the hand-written network may use it.
 */
package org.twinnet.scratch.linalg;
