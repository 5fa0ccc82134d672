/**
 * What is compared of two networks and when it counts as equal: the noise floor, the runs, their spread, and the rungs
 * that all of it fills. Depends on the twins, theory, the experiment and {@code ladder}; diagnosis and report build on
 * it.
 */
package org.twinnet.compare.agreement;
