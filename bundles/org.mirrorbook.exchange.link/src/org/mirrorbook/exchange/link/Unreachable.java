package org.mirrorbook.exchange.link;

import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Optional;
import java.util.concurrent.TimeoutException;

import javax.net.ssl.SSLException;

import org.eclipse.jetty.websocket.api.exceptions.BadPayloadException;
import org.eclipse.jetty.websocket.api.exceptions.MessageTooLargeException;
import org.eclipse.jetty.websocket.api.exceptions.UpgradeException;
import org.mirrorbook.exchange.VenueProblem;

/** Says in words why a host cannot be reached. Uses nothing of an exception's text but what it stands for, so no header can slip out. */
final class Unreachable {

    /** Code of a host that cannot be reached for whatever reason. */
    static final String CODE = "UNREACHABLE";

    private Unreachable() {
    }

    static LinkTrouble trouble(URI address, Throwable failure) {
        var host = address.getHost() + (address.getPort() < 0 ? "" : ":" + address.getPort());
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case UnknownHostException unknown -> {
                    return LinkTrouble.retry(CODE, host + " cannot be found; is this computer online?");
                }
                case UnresolvedAddressException unknown -> {
                    return LinkTrouble.retry(CODE, host + " cannot be found; is this computer online?");
                }
                case SSLException insecure -> {
                    return LinkTrouble.retry("TLS", host + " did not prove who it is: its certificate was not accepted.");
                }
                case UpgradeException refused when refused.getResponseStatusCode() > 0 -> {
                    return LinkTrouble.retry("HTTP " + refused.getResponseStatusCode(),
                            host + " refused the connection (HTTP " + refused.getResponseStatusCode() + ").");
                }
                case MessageTooLargeException large -> {
                    return LinkTrouble.tooLarge();
                }
                case BadPayloadException noText -> {
                    return LinkTrouble.notText();
                }
                case TimeoutException slow -> {
                    return LinkTrouble.retry(CODE, host + " did not answer in time.");
                }
                case SocketTimeoutException slow -> {
                    return LinkTrouble.retry(CODE, host + " did not answer in time.");
                }
                case ConnectException refused -> {
                    return LinkTrouble.retry(CODE, host + " does not accept connections.");
                }
                default -> { }
            }
        }
        return LinkTrouble.retry(CODE, "The connection to " + host + " failed.");
    }

    static VenueProblem problem(URI address, Throwable failure) {
        // what Jetty says when an answer is longer than it may keep
        if (failure.getCause() instanceof IllegalArgumentException) {
            return new VenueProblem(VenueProblem.Remedy.REPORT, Optional.of("TOO_LARGE"),
                    address.getHost() + " gave an answer that is larger than any can be.");
        }
        var trouble = trouble(address, failure);
        return new VenueProblem(VenueProblem.Remedy.RETRY, Optional.of(trouble.code().orElse(CODE)), trouble.sentence());
    }
}
