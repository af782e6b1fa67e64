package org.mirrorbook.exchange.bitget.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Pattern;

/** Damages a message in one to three of the ways that messages are damaged in. The same seed damages the same message in the same way. */
final class Mutator {

    private static final Pattern VALUE = Pattern.compile(":\\s*(\"[^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+\"|-?[0-9][0-9.eE+-]*|true|false|null)");
    private static final Pattern FIELD = Pattern.compile(
            "\"[A-Za-z]+\"\\s*:\\s*(\"[^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+\"|-?[0-9][0-9.eE+-]*|true|false|null)");

    private static final Pattern CONTAINER = Pattern.compile("\"\\s*:\\s*[\\[{]");

    private static final List<String> VALUES = List.of("\"\"", "null", "true", "{}", "[]", "[{}]", "[[]]", "{\"a\":{}}", "\"NaN\"", "\"-\"",
            "0", "-0",
            "\"0.00\"", "1e999999", "\"1e999999\"", "-1E-999999999", "\"1E+3\"", "1E-7", "\"0x10\"", "\"1,5\"", "\" 1\"", "\"1 \"", "007",
                    "\"007\"", ".5",
            "\"٣\"", "\"+5\"", "\"5.\"", "\"12345678901234567890.123456789012345678\"",
                    "0.1000000000000000055511151231257827021181583404541015625",
            "99999999999999999999999999999999999999999999999999", "\"" + "9".repeat(300) + "\"", "\"" + "A".repeat(5000) + "\"",
                    "\"short\"", "\"long\"",
            "\"LONG\"", "\"buy\"", "\"sell\"", "\"net\"", "\"open\"", "\"close\"", "\"burst_close_long\"", "\"Dte_sys_adl_close_short\"",
                    "\"lend\"",
            "\"hedge_mode\"", "\"one_way_mode\"", "\"isolated\"", "\"portfolio\"", "\"COIN-FUTURES\"", "\"update\"", "\"positions\"",
                    "\"fill\"", "\"\\ud800\"",
            "\"\\u0000\"", "\"BTC\\u0055SDT\"", "1695717430441", "\"-1695717430441\"", "1695717430441.5", "\"1695717430441000\"");

    private static final List<String> TOKENS = List.of("{", "}", "[", "]", ",", ":", "\"", "\\", "null", "{}", "[]", "\uFEFF", "\uFFFD",
            "\u0000", "\n", " ",
            "/*", "\"total\":\"7\",", "\"data\":[],", "\"event\":\"error\",", "é", "\uD83D", "[".repeat(40), "{\"a\":".repeat(600), "0",
                    "-", "e", ".");

    private final SplittableRandom random;

    Mutator(long seed) {
        this.random = new SplittableRandom(seed);
    }

    String mutate(String text, List<String> others) {
        // half of them stay JSON, with another value somewhere: there a figure could change in silence
        if (random.nextBoolean()) {
            return switch (random.nextInt(4)) {
                case 0 -> digit(text, random.nextInt(text.length()));
                case 1 -> container(text);
                default -> value(text);
            };
        }
        var mutated = text;
        for (int times = random.nextInt(1, 4); times > 0; times--) {
            mutated = once(mutated, others);
        }
        return mutated;
    }

    private String once(String text, List<String> others) {
        if (text.length() < 4) {
            return text + pick(TOKENS);
        }
        int at = random.nextInt(text.length());
        int end = Math.min(text.length(), at + random.nextInt(1, 40));
        return switch (random.nextInt(14)) {
            case 0 -> text.substring(0, at);
            case 1 -> text.substring(0, at) + text.substring(end);
            case 2 -> text.substring(0, end) + text.substring(at);
            case 3 -> text.substring(0, at) + pick(TOKENS) + text.substring(at);
            case 4 -> text.substring(0, at) + (char) random.nextInt(32, 127) + text.substring(at + 1);
            case 5 -> brokenByte(text);
            case 6 -> digit(text, at);
            case 7 -> splice(text, others.get(random.nextInt(others.size())));
            case 8 -> twice(text);
            case 9 -> twoRows(text);
            case 10 -> container(text);
            default -> value(text);
        };
    }

    /** A value in place of another: what a changed venue would send. */
    private String value(String text) {
        var found = VALUE.matcher(text).results().toList();
        if (found.isEmpty()) {
            return text;
        }
        var one = found.get(random.nextInt(found.size()));
        var value = random.nextInt(4) == 0 ? found.get(random.nextInt(found.size())).group(1) : pick(VALUES);
        if (random.nextInt(4) == 0 && one.group(1).matches("\"-?[0-9.]+\"")) {
            value = one.group(1).replace("\"", "");
        }
        return text.substring(0, one.start(1)) + value + text.substring(one.end(1));
    }

    /** Another value in place of a whole list or object, or one more shell around it, or one less. */
    private String container(String text) {
        var found = CONTAINER.matcher(text).results().toList();
        if (found.isEmpty()) {
            return text;
        }
        int from = found.get(random.nextInt(found.size())).end() - 1;
        int to = from;
        for (int depth = 0; to < text.length(); to++) {
            depth += "[{".indexOf(text.charAt(to)) >= 0 ? 1 : "]}".indexOf(text.charAt(to)) >= 0 ? -1 : 0;
            if (depth == 0) {
                break;
            }
        }
        var whole = text.substring(from, Math.min(to + 1, text.length()));
        var other = switch (random.nextInt(5)) {
            case 0 -> "[" + whole + "]";
            case 1 -> "{\"a\":" + whole + "}";
            case 2 -> whole.length() > 2 ? whole.substring(1, whole.length() - 1) : whole;
            case 3 -> whole.charAt(0) == '[' ? "[" + pick(VALUES) + (whole.length() > 2 ? "," : "") + whole.substring(1) : whole;
            default -> pick(VALUES);
        };
        return text.substring(0, from) + other + text.substring(Math.min(to + 1, text.length()));
    }

    /** A field that comes twice. */
    private String twice(String text) {
        var found = FIELD.matcher(text).results().toList();
        if (found.isEmpty()) {
            return text;
        }
        var one = found.get(random.nextInt(found.size()));
        var name = one.group().substring(0, one.start(1) - one.start());
        return text.substring(0, one.end()) + "," + name + pick(VALUES) + text.substring(one.end());
    }

    /** A row once more, with one figure of its own. */
    private String twoRows(String text) {
        int from = text.indexOf("[");
        int to = text.lastIndexOf("]");
        if (from < 0 || to <= from + 1 || text.length() > 20_000) {
            return text;
        }
        var row = text.substring(from + 1, to);
        return text.substring(0, to) + "," + value(row) + text.substring(to);
    }

    private String digit(String text, int at) {
        for (int i = at; i < text.length(); i++) {
            if (Character.isDigit(text.charAt(i))) {
                return text.substring(0, i) + random.nextInt(10) + text.substring(i + 1);
            }
        }
        return text;
    }

    private String splice(String text, String other) {
        int at = random.nextInt(text.length());
        return text.substring(0, at) + other.substring(random.nextInt(other.length()));
    }

    /** A byte that is no UTF-8, decoded as networks decode it. */
    private String brokenByte(String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(0x80, 0x100);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private String pick(List<String> from) {
        return from.get(random.nextInt(from.size()));
    }
}
