/** The learning rate from iteration to iteration, a formula each. Depends on nothing; used by training. */
package org.twinnet.scratch.schedule;
