package org.mirrorbook.ui.model.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.mirrorbook.ui.model.evidence.Json.Items;
import org.mirrorbook.ui.model.evidence.Json.Member;
import org.mirrorbook.ui.model.evidence.Json.Plain;
import org.mirrorbook.ui.model.evidence.Json.Struct;

/** Reads JSON and keeps how it was written. For one reading. */
final class JsonText {

    /** Deeper than any message; what is deeper is shown as it came. */
    private static final int DEEPEST = 60;

    private final String text;
    private int at;

    /** It is no JSON. */
    private static final class Unreadable extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Unreadable() {
            super("no JSON", null, false, false);
        }
    }

    JsonText(String text) {
        this.text = text;
    }

    Optional<Json> read() {
        try {
            var json = value(0);
            blanks();
            return at == text.length() ? Optional.of(json) : Optional.empty();
        } catch (Unreadable e) {
            // is shown as the text that it is
            return Optional.empty();
        }
    }

    private Json value(int depth) {
        blanks();
        return switch (depth > DEEPEST ? '\0' : peek()) {
            case '{' -> struct(depth);
            case '[' -> items(depth);
            case '"' -> {
                int from = at;
                var said = string();
                yield new Plain(text.substring(from, at), said);
            }
            case '\0' -> throw new Unreadable();
            default -> word();
        };
    }

    private Struct struct(int depth) {
        var members = new ArrayList<Member>();
        at++;
        if (!ends('}')) {
            do {
                blanks();
                var name = string();
                expect(':');
                members.add(new Member(name, value(depth + 1)));
            } while (goesOn('}'));
        }
        return new Struct(members);
    }

    private Items items(int depth) {
        List<Json> all = new ArrayList<>();
        at++;
        if (!ends(']')) {
            do {
                all.add(value(depth + 1));
            } while (goesOn(']'));
        }
        return new Items(all);
    }

    private Plain word() {
        int from = at;
        while (at < text.length() && ",]} \t\r\n".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        var word = text.substring(from, at);
        if (!word.matches("true|false|null|-?[0-9].*")) {
            throw new Unreadable();
        }
        return new Plain(word, word.equals("null") ? "" : word);
    }

    private String string() {
        if (peek() != '"') {
            throw new Unreadable();
        }
        var said = new StringBuilder();
        at++;
        while (peek() != '"') {
            char c = text.charAt(at++);
            said.append(c == '\\' ? escaped() : c);
        }
        at++;
        return said.toString();
    }

    private char escaped() {
        char c = peek();
        at++;
        return switch (c) {
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'u' -> {
                int end = at + 4;
                if (end > text.length() || !text.substring(at, end).matches("[0-9a-fA-F]{4}")) {
                    throw new Unreadable();
                }
                at = end;
                yield (char) Integer.parseInt(text.substring(end - 4, end), 16);
            }
            default -> c;
        };
    }

    private boolean ends(char end) {
        blanks();
        if (peek() == end) {
            at++;
            return true;
        }
        return false;
    }

    private boolean goesOn(char end) {
        if (ends(end)) {
            return false;
        }
        expect(',');
        return true;
    }

    private void expect(char wanted) {
        blanks();
        if (peek() != wanted) {
            throw new Unreadable();
        }
        at++;
    }

    private char peek() {
        if (at >= text.length()) {
            throw new Unreadable();
        }
        return text.charAt(at);
    }

    private void blanks() {
        while (at < text.length() && text.charAt(at) <= ' ') {
            at++;
        }
    }
}
