/**
 * Where results are written, so that nothing of anybody's is lost: a folder is replaced only when it holds a report of
 * Twinnet and nothing else, a file only when it is Twinnet's or the user said so, never one that the command reads, and
 * always as a whole. Depends on no other package.
 */
package org.twinnet.compare.output;
