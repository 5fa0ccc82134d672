/** Which examples an iteration sees: all of them, or one batch after the other of a shuffled order. */
package org.twinnet.scratch.batch;
