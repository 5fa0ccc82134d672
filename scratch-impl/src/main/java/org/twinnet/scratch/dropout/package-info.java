/** Inverted dropout and the masks that it uses. Depends on matrices and NumPy's random numbers; used by the network. */
package org.twinnet.scratch.dropout;
