/**
 * Where the dropout masks of DL4J's network come from: a source of given masks, or DL4J's own stream. Depends on DL4J
 * only.
 */
package org.twinnet.dl4j.dropout;
