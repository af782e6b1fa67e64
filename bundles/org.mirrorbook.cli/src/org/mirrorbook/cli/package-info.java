/** The commands that need no window. */
package org.mirrorbook.cli;
