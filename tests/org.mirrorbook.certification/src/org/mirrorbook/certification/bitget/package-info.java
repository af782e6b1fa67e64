/** Bitget's stages: classic and unified accounts, both at the practice exchange. */
package org.mirrorbook.certification.bitget;
