/** Writes and reads records by their components, with their names beside them (docs/adr/0012). */
package org.mirrorbook.recording.codec;
