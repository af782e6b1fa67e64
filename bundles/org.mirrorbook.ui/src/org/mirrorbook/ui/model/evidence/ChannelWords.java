package org.mirrorbook.ui.model.evidence;

/** Where a message came from, in the words of the exchange where it has one. */
public final class ChannelWords {

    private ChannelWords() {
    }

    /** Of a question, the last part of its address. */
    public static String of(String channel) {
        if (channel.startsWith("GET /")) {
            return channel.substring(channel.lastIndexOf('/') + 1);
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

    /** The name of the icon for it. */
    static String icon(String channel) {
        if (channel.startsWith("GET ")) {
            return channel.contains("history") || channel.contains("record") ? "journal" : "reconciliation";
        }
        return switch (channel) {
            case "orders", "order" -> "order";
            case "fill", "fast-fill" -> "confirmed";
            case "positions", "position" -> "live_positions";
            case "orders-algo", "strategy-order" -> "shield";
            case "positions-history" -> "journal";
            case "marks" -> "trade";
            case "edit" -> "edit";
            case "settings" -> "settings";
            case "account" -> "accounts";
            default -> "step";
        };
    }
}
