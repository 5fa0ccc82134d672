/**
 * What a setting is worth: cross-validation over several seeds, successive halving, and what counts as a failure. May
 * depend on {@code experiment}, {@code twin} and the words of {@code tuning}; knows nothing of searches and of where
 * results are kept.
 */
package org.twinnet.compare.tuning.score;
