/**
 * Who else knows the gradient: numeric differences and SameDiff, what asking them costs, and which parameters are asked
 * for. Depends on both twins.
 */
package org.twinnet.compare.twin.witness;
