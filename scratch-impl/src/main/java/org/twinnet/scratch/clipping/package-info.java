/**
 * How a gradient that is too large is made smaller, a formula each. Depends on the parameters alone; used by training.
 */
package org.twinnet.scratch.clipping;
