package org.mirrorbook.recording;

import java.time.Instant;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** A message as one line of JSON: {@code {"n":1,"at":"2026-01-02T03:04:05.000006Z","channel":"positions","text":"…"}}. */
final class MessageLine {

    private static final Pattern WHOLE = Pattern.compile("\\{\"n\":(\\d{1,18}),\"at\":\"[^\"]*\",\"channel\":\".*\",\"text\":\".*\"}");

    private MessageLine() {
    }

    static String of(long number, Instant receivedAt, String channel, String text) {
        var line = new StringBuilder(text.length() + channel.length() + 80);
        line.append("{\"n\":").append(number).append(",\"at\":");
        string(line, receivedAt.toString());
        line.append(",\"channel\":");
        string(line, channel);
        line.append(",\"text\":");
        string(line, text);
        return line.append("}\n").toString();
    }

    /** The number of a whole line; nothing when a kill cut it. */
    static OptionalLong number(String line) {
        var whole = WHOLE.matcher(line);
        return whole.matches() ? OptionalLong.of(Long.parseLong(whole.group(1))) : OptionalLong.empty();
    }

    private static void string(StringBuilder line, String value) {
        line.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '"', '\\' -> line.append('\\').append(c);
                case '\n' -> line.append("\\n");
                case '\r' -> line.append("\\r");
                case '\t' -> line.append("\\t");
                default -> {
                    // a lone surrogate has no UTF-8 form and would come back as a question mark
                    if (c < ' ' || Character.isSurrogate(c) && !isPaired(value, i)) {
                        line.append("\\u%04x".formatted((int) c));
                    } else {
                        line.append(c);
                    }
                }
            }
        }
        line.append('"');
    }

    private static boolean isPaired(String value, int at) {
        return Character.isHighSurrogate(value.charAt(at)) ? at + 1 < value.length() && Character.isLowSurrogate(value.charAt(at + 1))
                : at > 0 && Character.isHighSurrogate(value.charAt(at - 1));
    }
}
