package org.mirrorbook.ui.model;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Figures as text, for display only: grouped, rounded half up, minus as U+2212. What is not known is a dash and never 0. Thread-safe.
 *
 * <p>The instrument's tick is not known to the views yet: the decimals of a price follow from its magnitude, so that one symbol keeps its
 * number of digits while the price moves. Longer than most classes, for it is the only place where a figure becomes text.
 */
public final class Figures {

    /** No value. */
    public static final String ABSENT = "\u2013";
    /** A value that the user does not want to be seen. */
    public static final String HIDDEN = "\u2022\u2022\u2022";

    private static final char MINUS = '\u2212';
    /** Currencies that have cents; amounts of all others are coins, shown finer. */
    private static final Set<String> CENTS = Set.of("USDT", "USDC", "USD", "SUSDT", "SUSDC", "DAI", "FDUSD", "USDE");
    private static final String USUAL = "USDT";
    /** Amounts of a coin show so many digits, but no more decimals than coins have. */
    private static final int COIN_DIGITS = 4;
    private static final int COIN_DECIMALS = 8;
    private static final int DIGITS_OF_A_SMALL_PRICE = 5;

    private final ZoneId zone;
    private final MoneyFormat format;
    private final boolean hidden;
    private final DateTimeFormatter clock = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
    private final DateTimeFormatter seconds = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ENGLISH);
    private final DateTimeFormatter dayAndClock = DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH);
    private final DateTimeFormatter yearAndDay = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

    /** In the usual format, nothing hidden. */
    public Figures(ZoneId zone) {
        this(zone, MoneyFormat.COMMA_POINT, false);
    }

    /**
     * @param zone in which times are told
     * @param format how digits are grouped
     * @param hidden whether money, sizes and margins are bullets; prices, shares, multiples of R, triangles and times stay
     */
    public Figures(ZoneId zone, MoneyFormat format, boolean hidden) {
        this.zone = requireNonNull(zone);
        this.format = requireNonNull(format);
        this.hidden = hidden;
    }

    /** In which times are told; named once per page. */
    public ZoneId zone() {
        return zone;
    }

    /** Whether the user does not want money to be seen: what tells money in another way than by these methods asks here. */
    public boolean hidesMoney() {
        return hidden;
    }

    public String price(BigDecimal price) {
        return grouped(price, decimalsOfPrice(price.abs()), false);
    }

    /** Every digit that is there, of a size or an amount. */
    public String size(BigDecimal size) {
        return veiled(digits(size));
    }

    /** Every digit that is there, of what is never hidden, such as a price or a share. */
    public String digits(BigDecimal value) {
        return grouped(value, Math.max(0, value.stripTrailingZeros().scale()), false);
    }

    /** A profit or loss: always signed, zero without sign. */
    public String signed(BigDecimal amount, String currency) {
        return veiled(grouped(amount, decimalsOf(amount, currency), true));
    }

    /** A fee or funding: a minus where it costs. */
    public String money(BigDecimal amount, String currency) {
        return veiled(grouped(amount, decimalsOf(amount, currency), false));
    }

    /** A margin in a live row: whole units of a currency with cents. */
    public String margin(BigDecimal amount, String currency) {
        return veiled(grouped(amount, hasCents(currency) ? 0 : decimalsOf(amount, currency), false));
    }

    public String leverage(BigDecimal leverage) {
        return digits(leverage) + "\u00d7";
    }

    /** A share of 1 as per cent with one decimal. */
    public String percent(BigDecimal share) {
        return grouped(share.movePointRight(2), 1, false) + " %";
    }

    /** A share of 1 as a signed figure under a heading of per cent, two decimals. */
    public String signedPercent(BigDecimal share) {
        return grouped(share.movePointRight(2), 2, true);
    }

    /** A share of 1 as a figure under a heading of per cent, one decimal. */
    public String percentOnly(BigDecimal share) {
        return grouped(share.movePointRight(2), 1, false);
    }

    /** A result as a multiple of what was risked: signed, two decimals. */
    public String multiple(BigDecimal multiple) {
        return grouped(multiple, 2, true);
    }

    /** How much of one there is for one of another: two decimals, without sign. */
    public String factor(BigDecimal factor) {
        return grouped(factor, 2, false);
    }

    /** Money to compare digit by digit: eight decimals, and all there are where there are more. */
    public String exact(BigDecimal amount) {
        return veiled(grouped(amount, Math.max(COIN_DECIMALS, amount.stripTrailingZeros().scale()), false));
    }

    /** A price to compare digit by digit: as {@link #exact}, and never hidden. */
    public String exactPrice(BigDecimal price) {
        return grouped(price, Math.max(COIN_DECIMALS, price.stripTrailingZeros().scale()), false);
    }

    /** How many there are. */
    public String count(long number) {
        return grouped(BigDecimal.valueOf(number), 0, false);
    }

    /** The figure, or the dash. */
    public <T> String orAbsent(Optional<T> value, Function<T, String> text) {
        return value.map(text).orElse(ABSENT);
    }

    /** {@code 14:02}, and the day before it when that is another one than now. */
    public String time(Instant at, Instant now) {
        var there = at.atZone(zone);
        return there.toLocalDate().equals(now.atZone(zone).toLocalDate()) ? clock.format(there) : opened(at, now);
    }

    /** {@code 12 Nov 08:21}; of another year, day and year. */
    public String opened(Instant at, Instant now) {
        var there = at.atZone(zone);
        return (there.getYear() == now.atZone(zone).getYear() ? dayAndClock : yearAndDay).format(there);
    }

    /** {@code 08:21:07}, and {@code 12 Nov 08:21} when that is another day than the given one. */
    public String stamp(Instant at, Instant day) {
        var there = at.atZone(zone);
        return there.toLocalDate().equals(day.atZone(zone).toLocalDate()) ? seconds.format(there) : opened(at, day);
    }

    /** {@code 12 Nov 2026 08:21:07}: all there is to say of a time. */
    public String moment(Instant at) {
        var there = at.atZone(zone);
        return yearAndDay.format(there) + " " + seconds.format(there);
    }

    /** {@code 42s}, {@code 26m}, {@code 5h 40m}, {@code 2d 4h}. */
    public String held(Duration time) {
        var held = time.isNegative() ? Duration.ZERO : time;
        if (held.toDays() > 0) {
            return held.toDays() + "d " + held.toHoursPart() + "h";
        }
        if (held.toHours() > 0) {
            return held.toHours() + "h " + (held.toMinutesPart() < 10 ? "0" : "") + held.toMinutesPart() + "m";
        }
        return held.toMinutes() > 0 ? held.toMinutes() + "m" : held.toSeconds() + "s";
    }

    /** Age of a message: {@code 0.3 s}, {@code 4m 19s}, {@code 2h 05m}. */
    public String age(Duration time) {
        var age = time.isNegative() ? Duration.ZERO : time;
        if (age.toSeconds() < Duration.ofMinutes(1).toSeconds()) {
            return age.toSeconds() + String.valueOf(format.decimal()) + age.toMillisPart() / 100 + " s";
        }
        return age.toHours() == 0 ? age.toMinutes() + "m " + age.toSecondsPart() + "s" : held(age);
    }

    /** A short delay: {@code 7 ms}, {@code 1.2 s}; below a millisecond {@code < 1 ms}. */
    public String delay(Duration time) {
        return time.toMillis() == 0 ? "< 1 ms" : time.toSeconds() > 0 ? age(time) : time.toMillis() + " ms";
    }

    /** By how much a clock is ahead: {@code +12 ms}, behind with a minus. */
    public String offset(Duration time) {
        return grouped(BigDecimal.valueOf(time.toMillis()), 0, true) + " ms";
    }

    /** {@code 08:21:07}. */
    public String second(Instant at) {
        return DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ENGLISH).format(at.atZone(zone));
    }

    /** A signed amount with triangle and colour: the sign is told three ways. */
    public Cell profit(BigDecimal amount, String currency) {
        var cell = Cell.of(signed(amount, currency)).tip(size(amount) + " " + currency);
        return switch (amount.setScale(decimalsOf(amount, currency), RoundingMode.HALF_UP).signum()) {
            case 1 -> cell.in(Tone.PROFIT).with(Shape.UP);
            case -1 -> cell.in(Tone.LOSS).with(Shape.DOWN);
            default -> cell;
        };
    }

    /** The order of currencies: the one that most contracts settle in, others that have cents, coins. */
    public static Comparator<String> usualFirst() {
        return Comparator.comparing((String currency) -> !currency.equals(USUAL)).thenComparing(currency -> !hasCents(currency))
                .thenComparing(Comparator.naturalOrder());
    }

    /** Whether amounts of the currency are told in cents; all others are coins. */
    public static boolean hasCents(String currency) {
        return CENTS.contains(currency);
    }

    private static int decimalsOf(BigDecimal amount, String currency) {
        if (hasCents(currency)) {
            return 2;
        }
        var exact = amount.stripTrailingZeros();
        int leadingZeros = exact.scale() - exact.precision();
        return amount.signum() == 0 ? 0 : Math.clamp(COIN_DIGITS + leadingZeros, 0, Math.min(COIN_DECIMALS, Math.max(0, exact.scale())));
    }

    private static int decimalsOfPrice(BigDecimal price) {
        var exact = price.signum() == 0 ? BigDecimal.ONE : price.stripTrailingZeros();
        int whole = exact.precision() - exact.scale();
        if (whole > 4) {
            return 1;
        }
        return whole == 4 ? 2 : whole > 1 ? 3 : whole == 1 ? 4 : DIGITS_OF_A_SMALL_PRICE - whole;
    }

    private String veiled(String money) {
        return hidden ? HIDDEN : money;
    }

    private String grouped(BigDecimal value, int decimals, boolean plus) {
        var rounded = value.setScale(decimals, RoundingMode.HALF_UP);
        var digits = rounded.abs().toPlainString();
        int point = decimals == 0 ? digits.length() : digits.indexOf('.');
        var text = new StringBuilder(digits);
        if (decimals > 0) {
            text.setCharAt(point, format.decimal());
        }
        for (int at = point - 3; at > 0; at -= 3) {
            text.insert(at, format.group());
        }
        if (rounded.signum() < 0) {
            text.insert(0, MINUS);
        } else if (plus && rounded.signum() > 0) {
            text.insert(0, '+');
        }
        return text.toString();
    }
}
