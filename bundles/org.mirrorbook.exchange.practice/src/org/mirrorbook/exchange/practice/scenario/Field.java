package org.mirrorbook.exchange.practice.scenario;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.mirrorbook.exchange.practice.books.Contract;
import org.mirrorbook.exchange.practice.books.Contracts;
import org.mirrorbook.exchange.practice.oddities.Oddity;

/** The fields of steps, each with what it takes. */
enum Field {
    ACCOUNT("account"), SYMBOL("symbol"), SIDE("side"), SIZE("size"), PRICE("price"), TRIGGER("trigger"), MARGIN_MODE("marginMode"),
    LEVERAGE("leverage"), AMOUNT("amount"), RATE("rate"), ID("id"), CLOSES("closes"), HOLD("hold"), PHASE("phase"), NAME("name"),
    VALUE("value"), TIMES("times"), CHANNEL("channel"), AUTHORITIES("authorities"), IPS("ips"), PERM_TYPE("permType"),
    PERMISSIONS("permissions"), MAY_ASK("mayAsk"), GOODBYE("goodbye"), POSITION_MODE("positionMode"),
    TAKE_PROFIT("takeProfit"), STOP_LOSS("stopLoss");

    private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,18}(\\.\\d{1,18})?");
    private static final Pattern WHOLE = Pattern.compile("\\d{1,6}");

    private final String wire;

    Field(String wire) {
        this.wire = wire;
    }

    String wire() {
        return wire;
    }

    static Optional<Field> named(String name) {
        return Arrays.stream(values()).filter(field -> field.wire.equals(name)).findFirst();
    }

    /** What is wrong with the value, as the second half of a sentence; empty when nothing is. */
    Optional<String> fault(String value, Contracts contracts) {
        return switch (this) {
            case SYMBOL -> unless(contracts.find(value).isPresent(), "is none of "
                    + contracts.all().stream().map(Contract::symbol).collect(Collectors.joining(", ")));
            case SIDE -> unless(value.equals("long") || value.equals("short"), "has to be long or short");
            case MARGIN_MODE -> unless(value.equals("crossed") || value.equals("isolated"), "has to be crossed or isolated");
            case POSITION_MODE -> unless(value.equals("hedge_mode") || value.equals("one_way_mode"),
                    "has to be hedge_mode or one_way_mode");
            case SIZE, PRICE, TRIGGER, TAKE_PROFIT, STOP_LOSS -> unless(isDecimal(value) && new BigDecimal(value).signum() > 0,
                    "has to be a decimal above 0");
            case AMOUNT, RATE -> unless(isDecimal(value), "has to be a decimal");
            case LEVERAGE, TIMES -> unless(WHOLE.matcher(value).matches() && !value.matches("0+"), "has to be a whole number above 0");
            case ACCOUNT -> unless(WHOLE.matcher(value).matches(), "has to be the number of an account, counted from 0");
            case CLOSES, HOLD, MAY_ASK, GOODBYE -> unless(value.equals("true") || value.equals("false"), "has to be true or false");
            case PHASE -> unless(Oddity.ofPhase(value).isPresent(), "has to be connect, login, subscribe, snapshot or live");
            case NAME -> unless(Oddity.named(value).isPresent(), "is none of " + Oddity.names());
            case ID, CHANNEL, PERM_TYPE -> unless(!value.isBlank(), "is empty");
            case VALUE, AUTHORITIES, IPS, PERMISSIONS -> Optional.empty();
        };
    }

    private static boolean isDecimal(String value) {
        return DECIMAL.matcher(value).matches();
    }

    private static Optional<String> unless(boolean right, String fault) {
        return right ? Optional.empty() : Optional.of(fault);
    }
}
