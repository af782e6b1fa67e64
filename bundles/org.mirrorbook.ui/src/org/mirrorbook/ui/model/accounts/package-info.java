/** What the pages about exchange accounts say and allow, without widgets: the wizard's draft, the test of a key, its rights, a removal. */
package org.mirrorbook.ui.model.accounts;
