/**
 * Whole runs beside a trace. A run from given parameters says what training makes of them, and runs that round
 * otherwise say how far another correct program may part from it. Start at
 * {@link org.twinnet.compare.check.run.RoundedRun}.
 */
package org.twinnet.compare.check.run;
