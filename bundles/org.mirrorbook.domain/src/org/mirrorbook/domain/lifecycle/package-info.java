/** The life of a position as a pure function: observations in, journal changes out. */
package org.mirrorbook.domain.lifecycle;
