/** What a trade rests on: the messages that made it, in words. Without SWT. */
package org.mirrorbook.ui.model.evidence;
