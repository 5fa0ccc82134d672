/** Somebody's own network, written by hand in one class. It depends on nothing. */
package org.twinnet.example;
