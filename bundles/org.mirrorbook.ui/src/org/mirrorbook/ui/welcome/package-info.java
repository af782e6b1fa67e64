/** The page that greets who has no account yet. */
package org.mirrorbook.ui.welcome;
