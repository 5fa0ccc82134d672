/**
 * What is compared of two networks and when it counts as equal: the runs, their spread, and the rungs that all of it
 * fills; the floors stand in {@code agreement.floor}, what outputs mean in {@code agreement.prediction}. Depends on the
 * twins, theory, the experiment and {@code ladder}; diagnosis and report build on it.
 */
package org.twinnet.compare.agreement;
