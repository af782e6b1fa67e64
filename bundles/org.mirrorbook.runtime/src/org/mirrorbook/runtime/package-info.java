/** The data folder and the clock. */
package org.mirrorbook.runtime;
