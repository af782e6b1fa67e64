/** Models of what stands around the views: status line and notifications. */
package org.mirrorbook.ui.model.shell;
