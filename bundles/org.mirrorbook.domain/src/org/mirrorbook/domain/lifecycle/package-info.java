/** How observed positions become journal changes. */
package org.mirrorbook.domain.lifecycle;
