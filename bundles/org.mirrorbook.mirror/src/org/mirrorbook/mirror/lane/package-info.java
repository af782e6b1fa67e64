/** What happens on the one thread of a mirrored account: from the queue to the committed book, and what follows from it. */
package org.mirrorbook.mirror.lane;
