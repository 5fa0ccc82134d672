/** Which examples each {@code fit} gets, and what follows from their number. Depends on ND4J only. */
package org.twinnet.dl4j.batch;
