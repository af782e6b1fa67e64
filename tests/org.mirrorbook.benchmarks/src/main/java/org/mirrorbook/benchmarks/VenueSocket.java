package org.mirrorbook.benchmarks;

import java.util.regex.Pattern;

import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;

/** A socket of the venue on which everybody may sign in and every subscription is acknowledged. Public ones stay quiet. */
public class VenueSocket implements Session.Listener.AutoDemanding {

    private static final Pattern KEY = Pattern.compile("\"apiKey\":\"([^\"]*)\"");

    Session session;
    String key = "";

    @Override
    public void onWebSocketOpen(Session opened) {
        session = opened;
    }

    @Override
    public void onWebSocketText(String text) {
        if (text.equals("ping")) {
            send("pong");
        } else if (text.contains("\"login\"")) {
            var signed = KEY.matcher(text);
            key = signed.find() ? signed.group(1) : "";
            send("{\"event\":\"login\",\"code\":0}");
        } else if (text.contains("\"subscribe\"")) {
            for (var arg : text.substring(text.indexOf('[') + 1, text.lastIndexOf(']')).split("(?<=}),")) {
                send("{\"event\":\"subscribe\",\"arg\":" + arg + "}");
                subscribed(arg);
            }
        }
    }

    /** @param arg of a topic, in JSON */
    void subscribed(String arg) {
        // nothing is pushed
    }

    /** The first push of a topic: the positions, or that there are none. */
    static String snapshot(String arg, String positions) {
        return arg.contains("USDT-FUTURES") ? positions
                : "{\"action\":\"snapshot\",\"arg\":" + arg + ",\"data\":[],\"ts\":" + System.currentTimeMillis() + "}";
    }

    final void send(String text) {
        session.sendText(text, Callback.NOOP);
    }
}
