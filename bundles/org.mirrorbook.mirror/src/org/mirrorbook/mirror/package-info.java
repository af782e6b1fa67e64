/** Mirroring as views and commands see it. */
package org.mirrorbook.mirror;
