/** The clock, the home folder and its lock. */
package org.mirrorbook.runtime;
