package org.mirrorbook.exchange.link;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.eclipse.jetty.client.CompletableResponseListener;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.transport.HttpClientTransportOverHTTP;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.util.thread.ScheduledExecutorScheduler;
import org.eclipse.jetty.websocket.client.WebSocketClient;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one Jetty client of all accounts, for REST and WebSocket, with one timer thread beside it.
 *
 * <p>Certificates and host names are always checked. Redirects are not followed: a signature goes to the host it was made for. A text
 * message and an answer may have 8 MiB, for Jetty's own limit is reached by about 85 open positions; sockets have no idle timeout, for the
 * heartbeat of the link decides whether a connection is alive.
 */
@Component(service = Network.class)
public final class JettyNetwork implements Network {

    static final long MAX_TEXT = 8L << 20;
    static final int MAX_BODY = 8 << 20;
    private static final Duration REST_TIMEOUT = Duration.ofSeconds(8);
    private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(2);
    private static final Logger LOG = LoggerFactory.getLogger(JettyNetwork.class);

    private final Duration restTimeout;
    private final WebSocketClient sockets;
    private final HttpClient http;
    private final ScheduledThreadPoolExecutor timer;
    private final Set<JettySocket> open = ConcurrentHashMap.newKeySet();

    /** Starts the client. */
    @Activate
    public JettyNetwork() {
        this(REST_TIMEOUT);
    }

    /** @param restTimeout from a question to the end of its answer */
    JettyNetwork(Duration restTimeout) {
        this.restTimeout = restTimeout;
        var pool = new QueuedThreadPool(32, 2);
        pool.setName("mirrorbook-network");
        pool.setDaemon(true);
        http = new HttpClient(new HttpClientTransportOverHTTP(new PromptConnector()));
        http.setExecutor(pool);
        http.setScheduler(new ScheduledExecutorScheduler("mirrorbook-network-scheduler", true));
        http.setSslContextFactory(new SslContextFactory.Client());
        http.setFollowRedirects(false);
        http.setConnectTimeout(TimeUnit.SECONDS.toMillis(10));
        http.setIdleTimeout(TimeUnit.SECONDS.toMillis(30));
        http.setMaxConnectionsPerDestination(8);
        sockets = new WebSocketClient(http);
        sockets.setMaxTextMessageSize(MAX_TEXT);
        sockets.setMaxFrameSize(MAX_TEXT);
        sockets.setIdleTimeout(Duration.ZERO);
        // else the client tries to be the JVM's shutdown hook, beside the one of the product
        sockets.setStopAtShutdown(false);
        timer = new ScheduledThreadPoolExecutor(1, task -> {
            var thread = new Thread(task, "mirrorbook-network-timer");
            thread.setDaemon(true);
            return thread;
        });
        timer.setRemoveOnCancelPolicy(true);
        try {
            sockets.start();
        } catch (Exception failure) {
            timer.shutdownNow();
            throw new IllegalStateException("The network client did not start.", failure);
        }
    }

    /** Closes what is open, then stops. */
    @Deactivate
    public void stop() {
        // sessions first: a client that stops under an open session logs a ClosedChannelException for each
        var ends = open.stream().map(JettySocket::ended).toArray(CompletableFuture[]::new);
        open.forEach(JettySocket::close);
        try {
            // each is closed by force after its patience, so the wait is for that and a moment
            CompletableFuture.allOf(ends).get(CLOSE_PATIENCE.toMillis() * 2, TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException stuck) {
            LOG.warn("A connection did not close in time.");
        }
        try {
            sockets.stop();
            http.stop();
        } catch (Exception failure) {
            LOG.warn("The network client did not stop cleanly.", failure);
        } finally {
            timer.shutdownNow();
        }
    }

    @Override
    public Socket connect(URI address, SocketListener listener) {
        Address.checked(address);
        var socket = new JettySocket(address, listener, this::forget, later -> after(CLOSE_PATIENCE, later));
        open.add(socket);
        try {
            socket.opening(sockets.connect(socket, address));
        } catch (IOException | IllegalStateException failure) {
            // the latter when the client is stopped already: whoever asks must hear an end all the same
            socket.onWebSocketError(failure);
        }
        return socket;
    }

    int openSockets() {
        return open.size();
    }

    private void forget(JettySocket socket) {
        open.remove(socket);
    }

    @Override
    public RestReply send(RestRequest request) {
        var address = Address.checked(request.uri());
        var question = http.newRequest(address)
                .headers(fields -> request.headers().forEach(fields::put))
                .timeout(restTimeout.toMillis(), TimeUnit.MILLISECONDS);
        try {
            var answer = new CompletableResponseListener(question, MAX_BODY).send().get();
            var headers = answer.getHeaders();
            return new RestReply(answer.getStatus(), answer.getContentAsString(), Optional.ofNullable(headers.get(HttpHeader.CONTENT_TYPE)),
                    RetryAfter.read(headers.get(HttpHeader.RETRY_AFTER), headers.get(HttpHeader.DATE)));
        } catch (ExecutionException failure) {
            throw Unreachable.problem(address, failure);
        } catch (InterruptedException interrupted) {
            question.abort(interrupted);
            Thread.currentThread().interrupt();
            throw Unreachable.problem(address, interrupted);
        }
    }

    @Override
    public Timer after(Duration delay, Runnable task) {
        try {
            var running = timer.schedule(() -> {
                try {
                    task.run();
                } catch (RuntimeException failure) {
                    LOG.error("A timer's task failed.", failure);
                }
            }, delay.toMillis(), TimeUnit.MILLISECONDS);
            return () -> running.cancel(false);
        } catch (RejectedExecutionException stopped) {
            // the product is going down; nothing waits for this timer any more
            return () -> { };
        }
    }
}
