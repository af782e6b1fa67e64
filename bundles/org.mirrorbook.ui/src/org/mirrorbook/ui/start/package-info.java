/** What happens once a workbench is up, and only then: the journal is opened, the enabled accounts are mirrored. */
package org.mirrorbook.ui.start;
