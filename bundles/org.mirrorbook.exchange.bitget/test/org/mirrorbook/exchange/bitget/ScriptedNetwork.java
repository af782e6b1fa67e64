package org.mirrorbook.exchange.bitget;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

import org.mirrorbook.exchange.link.Network;
import org.mirrorbook.exchange.link.RestReply;
import org.mirrorbook.exchange.link.RestRequest;
import org.mirrorbook.exchange.link.Socket;
import org.mirrorbook.exchange.link.SocketListener;

/** A network that gives prepared answers in order and remembers the questions. */
public final class ScriptedNetwork implements Network {

    public final List<RestRequest> asked = new ArrayList<>();
    private final Queue<RestReply> answers = new ArrayDeque<>();

    public ScriptedNetwork answer(int status, String body) {
        answers.add(new RestReply(status, body));
        return this;
    }

    public ScriptedNetwork answer(String body) {
        return answer(200, body);
    }

    @Override
    public RestReply send(RestRequest request) {
        asked.add(request);
        var answer = answers.poll();
        if (answer == null) {
            throw new AssertionError("nobody expected " + request.uri());
        }
        return answer;
    }

    @Override
    public Socket connect(URI address, SocketListener listener) {
        throw new AssertionError("no socket is wanted here");
    }

    @Override
    public Timer after(Duration delay, Runnable task) {
        throw new AssertionError("no timer is wanted here");
    }
}
