/** Keeps every input of an account's lane, and reads it back (docs/recording.md). */
package org.mirrorbook.recording;
