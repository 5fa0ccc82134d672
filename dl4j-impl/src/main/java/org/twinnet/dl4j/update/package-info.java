/**
 * How DL4J's network moves along its gradient: DL4J's own updaters and schedules where they compute the formula,
 * classes of ours where they do not. Depends on ND4J alone; used by {@code org.twinnet.dl4j}.
 */
package org.twinnet.dl4j.update;
