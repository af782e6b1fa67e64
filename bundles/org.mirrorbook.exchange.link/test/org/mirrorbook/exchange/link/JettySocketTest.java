package org.mirrorbook.exchange.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

import org.eclipse.jetty.websocket.api.Session;
import org.junit.jupiter.api.Test;

/** What Jetty is asked for, call by call. */
class JettySocketTest {

    private final List<String> asked = new ArrayList<>();
    private final Session session = (Session) Proxy.newProxyInstance(Session.class.getClassLoader(), new Class<?>[] {Session.class},
            (proxy, method, arguments) -> {
                asked.add(method.getName());
                return null;
            });
    private boolean broken;
    private final SocketListener listener = new SocketListener() {
        @Override
        public void opened(Socket socket) {
            fail();
        }

        @Override
        public void text(String text) {
            fail();
        }

        @Override
        public void ended(LinkTrouble trouble) {
        }

        private void fail() {
            if (broken) {
                throw new IllegalStateException("a listener with a bug");
            }
        }
    };
    private final JettySocket socket = new JettySocket(URI.create("wss://host/ws"), listener, gone -> { }, later -> { });

    @Test
    void eachMessageThatWasTakenInIsFollowedByADemandForTheNext() {
        socket.onWebSocketOpen(session);
        socket.onWebSocketText("one");
        assertThat(asked).containsExactly("demand", "demand");
    }

    @Test
    void aListenerThatFailsDoesNotSilenceTheSocket() {
        broken = true;
        assertThatThrownBy(() -> socket.onWebSocketOpen(session)).hasMessage("a listener with a bug");
        assertThat(asked).containsExactly("demand");
        assertThatThrownBy(() -> socket.onWebSocketText("one")).hasMessage("a listener with a bug");
        assertThat(asked).containsExactly("demand", "demand");
    }

    @Test
    void aSocketThatOpensAfterItWasGivenUpIsCutAndNobodyHearsOfIt() {
        broken = true;
        socket.close();
        socket.onWebSocketOpen(session);
        assertThat(asked).containsExactly("disconnect");
    }

    @Test
    void aFailureLeavesNoSessionOpenBehindIt() {
        socket.onWebSocketOpen(session);
        socket.onWebSocketError(new IllegalStateException("a message that could not be sent"));
        assertThat(asked).containsExactly("demand", "disconnect");
    }
}
