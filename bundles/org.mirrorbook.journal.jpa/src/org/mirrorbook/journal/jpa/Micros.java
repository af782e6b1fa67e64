package org.mirrorbook.journal.jpa;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/**
 * Times as microseconds since 1970 UTC; what is finer is cut. Not as TIMESTAMP: that is read in the machine's zone, which loses an hour at
 * the end of summer time. Public, because the provider makes it by reflection on what is accessible.
 */
@Converter(autoApply = true)
public class Micros implements AttributeConverter<Instant, Long> {

    @Override
    public Long convertToDatabaseColumn(Instant time) {
        return time == null ? null : of(time);
    }

    @Override
    public Instant convertToEntityAttribute(Long micros) {
        return micros == null ? null : Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    static long of(Instant time) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, time);
    }
}
