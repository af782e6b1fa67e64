/** The accounts, their configurations, and the practice exchange inside the product. */
package org.mirrorbook.mirror.account;
