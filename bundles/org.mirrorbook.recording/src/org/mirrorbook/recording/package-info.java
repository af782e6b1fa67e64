/** Keeps what an account received, message by message. */
package org.mirrorbook.recording;
