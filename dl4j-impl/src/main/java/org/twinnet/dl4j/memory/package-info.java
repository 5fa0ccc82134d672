/** The native memory of ND4J's arrays and what it holds, in the numbers of Java. Depends on ND4J only. */
package org.twinnet.dl4j.memory;
