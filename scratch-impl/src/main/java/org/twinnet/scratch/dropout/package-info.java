/** The masks of dropout. Depends on matrices and NumPy's random numbers; used by training. */
package org.twinnet.scratch.dropout;
