/** The evidence of a trade. */
package org.mirrorbook.ui.evidence;
