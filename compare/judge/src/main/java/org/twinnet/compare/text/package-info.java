/**
 * Text that people read, whatever came into it. Depends on no other package; every room that writes for people may use
 * it.
 */
package org.twinnet.compare.text;
