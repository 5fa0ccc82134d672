/**
 * DL4J's network as a twin, and the choices of an experiment in its settings. Depends on {@code twin}, on
 * {@code dl4j-impl}, and on {@code twin.scratch} for the numbers that both networks get.
 */
package org.twinnet.compare.twin.dl4j;
