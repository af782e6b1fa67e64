package org.mirrorbook.ui.model.evidence;

/** Where a message came from, in the words of the exchange where it has one. */
public final class ChannelWords {

    private ChannelWords() {
    }

    /** Of a question, the last part of its address. */
    public static String of(String channel) {
        if (channel.startsWith("GET /")) {
            return "REST " + channel.substring(channel.lastIndexOf('/') + 1);
        } else if (channel.startsWith("GET ")) {
            return channel.substring("GET ".length());
        }
        return switch (channel) {
            case "" -> Messages.Channel_none;
            case "marks" -> Messages.Channel_marks;
            case "edit" -> Messages.Channel_edit;
            case "settings" -> Messages.Channel_settings;
            case "concluded" -> Messages.Channel_concluded;
            default -> channel;
        };
    }
}
