package org.mirrorbook.recording;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

import org.mirrorbook.domain.lifecycle.Observation.SnapshotSeen;
import org.mirrorbook.domain.position.PositionRow;
import org.mirrorbook.domain.position.Scope;
import org.mirrorbook.domain.position.Slot;
import org.mirrorbook.journal.LaneInput;

/** Draws any value of any type that an input can be made of, from a seed. What a constructor refuses is drawn again. */
final class RandomInputs {

    private static final List<String> TEXTS = List.of("", "BTCUSDT", "{\"arg\":\"ü 😀 \\n\"}", "\ud800 alone", "x".repeat(47),
            "x".repeat(48), "x".repeat(49), "ü".repeat(30), "line\r\nline\u0000", "{\"data\":[" + "1,".repeat(1500) + "2]}");
    private final Random random;

    RandomInputs(long seed) {
        random = new Random(seed);
    }

    LaneInput next() {
        return (LaneInput) any(random.nextInt(20) == 0 ? LaneInput.Opened.class : LaneInput.Heard.class, 0);
    }

    Object any(Type type, int depth) {
        if (type instanceof ParameterizedType generic) {
            return collection((Class<?>) generic.getRawType(), generic.getActualTypeArguments(), depth);
        }
        var plain = (Class<?>) type;
        if (plain == String.class) {
            return TEXTS.get(random.nextInt(random.nextInt(4) == 0 ? TEXTS.size() : 2));
        } else if (plain == BigDecimal.class) {
            return decimal();
        } else if (plain == Instant.class) {
            return Instant.ofEpochSecond(random.nextLong(-1L << 33, 1L << 35), random.nextInt(1_000_000_000));
        } else if (plain == Duration.class) {
            return Duration.ofSeconds(random.nextInt(), random.nextInt(1_000_000_000));
        } else if (plain == boolean.class) {
            return random.nextBoolean();
        } else if (plain == int.class) {
            return random.nextInt() >> random.nextInt(32);
        } else if (plain == long.class) {
            return random.nextLong() >> random.nextInt(64);
        } else if (plain.isEnum()) {
            return plain.getEnumConstants()[random.nextInt(plain.getEnumConstants().length)];
        } else if (plain.isSealed()) {
            var permitted = plain.getPermittedSubclasses();
            return any(permitted[random.nextInt(permitted.length)], depth);
        }
        return data(plain, depth);
    }

    private BigDecimal decimal() {
        return switch (random.nextInt(6)) {
            case 0 -> BigDecimal.valueOf(random.nextInt(100));
            case 1 -> new BigDecimal(new BigInteger(random.nextInt(200), random), random.nextInt(60) - 20);
            case 2 -> BigDecimal.valueOf(random.nextLong() >> random.nextInt(64), random.nextInt(40) - 10);
            case 3 -> new BigDecimal("999999999999999999").add(BigDecimal.valueOf(random.nextInt(3))).movePointLeft(random.nextInt(12));
            default -> BigDecimal.valueOf(random.nextInt(100_000_000), 4);
        };
    }

    private Object collection(Class<?> raw, Type[] of, int depth) {
        int size = depth > 4 ? random.nextInt(2) : random.nextInt(4);
        if (raw == Optional.class) {
            return random.nextBoolean() ? Optional.empty() : Optional.of(any(of[0], depth + 1));
        } else if (raw == Map.class) {
            Map<Object, Object> map = new HashMap<>();
            for (int i = 0; i < size; i++) {
                map.put(any(of[0], depth + 1), any(of[1], depth + 1));
            }
            return map;
        }
        var list = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            // the same object twice, as scopes and slots often are
            list.add(i > 0 && random.nextInt(3) == 0 ? list.getLast() : any(of[0], depth + 1));
        }
        return raw == Set.class ? new HashSet<>(list) : list;
    }

    private Object data(Class<?> type, int depth) {
        if (type == SnapshotSeen.class) {
            return snapshot(depth);
        }
        var components = type.getRecordComponents();
        var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        for (int tries = 0; tries < 1000; tries++) {
            try {
                var values = Arrays.stream(components).map(component -> any(component.getGenericType(), depth + 1)).toArray();
                return type.getDeclaredConstructor(types).newInstance(values);
            } catch (InvocationTargetException refused) {
                if (!(refused.getCause() instanceof IllegalArgumentException)) {
                    throw new AssertionError(type.getName(), refused);
                }
            } catch (ReflectiveOperationException e) {
                throw new AssertionError(type.getName(), e);
            }
        }
        throw new AssertionError("no value of " + type);
    }

    /** All its rows are of its scope. */
    private SnapshotSeen snapshot(int depth) {
        var scope = (Scope) any(Scope.class, depth + 1);
        var rows = new ArrayList<PositionRow>();
        for (int i = random.nextInt(4); i > 0; i--) {
            var row = (PositionRow) any(PositionRow.class, depth + 1);
            var slot = row.slot();
            rows.add(new PositionRow(new Slot(scope, slot.instrument(), slot.side(), slot.marginMode(), slot.marginCoin()), row.life(),
                    row.size(), row.entryPrice(), row.figures(), row.updatedAt()));
        }
        return new SnapshotSeen(scope, random.nextLong(), (Instant) any(Instant.class, depth), (Instant) any(Instant.class, depth), rows);
    }
}
