/**
 * How far rounding can part two correct programs: in everything of an iteration, in its cost, in outputs. Depends on
 * theory and the experiment; what holds numbers to a floor may depend on it.
 */
package org.twinnet.compare.agreement.floor;
