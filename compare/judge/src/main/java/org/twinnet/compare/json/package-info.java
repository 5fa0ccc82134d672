/**
 * What is wrong with JSON that somebody damaged, in the words of this program and not in those of the library that
 * reads it. Depends on no other package.
 */
package org.twinnet.compare.json;
