/**
 * A network of Deeplearning4j as a program that somebody else compiles: the code of its configuration. It writes what
 * {@link org.twinnet.dl4j.Dl4jConfigurations} builds, and a test holds the one to the other.
 */
package org.twinnet.dl4j.export;
