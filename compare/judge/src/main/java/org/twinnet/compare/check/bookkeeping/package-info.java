/**
 * The ways to keep the books of a right step, and what a trace leaves open for its numbers to decide. A convention is
 * never a mistake; what a trace states is never a convention.
 */
package org.twinnet.compare.check.bookkeeping;
