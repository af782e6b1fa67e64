/** The evidence of a trade: every message that made it, and what each of them changed. */
package org.mirrorbook.ui.evidence;
