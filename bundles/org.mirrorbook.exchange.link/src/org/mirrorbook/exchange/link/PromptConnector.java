package org.mirrorbook.exchange.link;

import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;

import org.eclipse.jetty.io.ClientConnector;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Invocable.InvocationType;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * Connections whose messages are taken in by the very thread that found them. Jetty would have another thread woken first, which goes on
 * looking while this one may be held up; nothing here is: listeners read, put into queues and return, and who asks by REST waits on a
 * thread of his own. Waking cost about as much as reading a push. So there is one such thread for each processor, where Jetty would have one
 * for two.
 */
final class PromptConnector extends ClientConnector {

    PromptConnector() {
        setSelectors(Runtime.getRuntime().availableProcessors());
    }

    @Override
    protected EndPoint newEndPoint(SelectableChannel channel, ManagedSelector selector, SelectionKey key) {
        return new PromptEndPoint((SocketChannel) channel, selector, key, getScheduler());
    }

    private static final class PromptEndPoint extends SocketChannelEndPoint {

        PromptEndPoint(SocketChannel channel, ManagedSelector selector, SelectionKey key, Scheduler scheduler) {
            super(channel, selector, key, scheduler);
        }

        @Override
        public void fillInterested(Callback reader) {
            super.fillInterested(prompt(reader));
        }

        @Override
        public boolean tryFillInterested(Callback reader) {
            return super.tryFillInterested(prompt(reader));
        }

        private static Callback prompt(Callback reader) {
            return Callback.from(InvocationType.NON_BLOCKING, reader::succeeded, reader::failed);
        }
    }
}
