package org.mirrorbook.exchange.bitget.stream;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.mirrorbook.exchange.bitget.wire.Frame;
import org.mirrorbook.exchange.bitget.wire.Topic;
import org.mirrorbook.exchange.bitget.wire.VenueErrors;
import org.mirrorbook.exchange.link.LinkMessage;
import org.mirrorbook.exchange.link.LinkTrouble;

/** What both sockets have in common: subscriptions, and the answers to them (protocol notes, Bitget 2). */
public record Answers(VenueErrors errors) {

    public static final String PING = "ping";
    public static final String PONG = "pong";

    /** More arguments a message were not seen to be sent by anybody (protocol notes, Bitget 2.2). */
    private static final int ARGUMENTS = 15;

    /** One operation on topics, in as few messages as may be. */
    public static List<String> messages(String operation, Collection<String> topics) {
        var arguments = topics.stream().sorted().map(name -> Topic.parse(name).json()).toList();
        return IntStream.iterate(0, start -> start < arguments.size(), start -> start + ARGUMENTS)
                .mapToObj(start -> arguments.subList(start, Math.min(start + ARGUMENTS, arguments.size())))
                .map(part -> part.stream().collect(Collectors.joining(",", "{\"op\":\"" + operation + "\",\"args\":[", "]}")))
                .toList();
    }

    /** Reads an answer. An event that is not known changes nothing. */
    public LinkMessage read(Frame frame) {
        return switch (frame.event().orElse("")) {
            case "login" -> accepted(frame) ? new LinkMessage.SignedIn() : failed(frame);
            case "subscribe" -> frame.topic().<LinkMessage>map(topic -> new LinkMessage.Acknowledged(topic.name()))
                    .orElseGet(LinkMessage.Nothing::new);
            case "error" -> failed(frame);
            default -> new LinkMessage.Nothing();
        };
    }

    private static boolean accepted(Frame frame) {
        return frame.code().map(code -> code.matches("0+")).orElse(true);
    }

    /** What an error means to the link. */
    public LinkMessage failed(Frame frame) {
        var code = frame.code().orElse("none");
        var problem = errors.stream(code, frame.message());
        var trouble = LinkTrouble.of(problem);
        return new LinkMessage.Failed(VenueErrors.clock(code) ? new LinkTrouble(LinkTrouble.Kind.CLOCK, trouble.code(), trouble.sentence())
                : trouble);
    }
}
