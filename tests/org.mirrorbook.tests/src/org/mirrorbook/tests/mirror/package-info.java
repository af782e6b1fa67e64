/** Mirrors inside the running framework: what a configuration starts, and what its end leaves behind. */
package org.mirrorbook.tests.mirror;
