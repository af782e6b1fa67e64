/** The components that declarative services run: one a mirrored account, and what they share. */
package org.mirrorbook.mirror.component;
