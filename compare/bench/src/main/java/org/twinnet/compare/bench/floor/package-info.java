/**
 * What the judge's error analysis costs beside the step that it judges, measured in one process.
 *
 * <p>May depend on {@code experiment}, {@code agreement} and {@code twin}; only the command line depends on it.
 */
package org.twinnet.compare.bench.floor;
