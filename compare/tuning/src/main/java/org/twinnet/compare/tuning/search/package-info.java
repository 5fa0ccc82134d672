/**
 * The search itself, with Arbiter as its loop: Arbiter's space, generators, candidates and runner, our generator TPE,
 * and around each generator the order that makes a study repeatable. Only this package sees Arbiter, which is old and
 * has defects; each that a user could meet is worked around where it bites. Everything else knows the interface
 * {@code tuning.Search}.
 */
package org.twinnet.compare.tuning.search;
