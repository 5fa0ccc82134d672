/** An independent witness for gradients. Depends on nothing; it sees a cost only as a function of numbers. */
package org.twinnet.scratch.gradcheck;
