package org.mirrorbook.recording;

import java.time.Duration;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.mirrorbook.runtime.Settings;

/**
 * How much of an account's recording is kept.
 *
 * @param bytes of all its files together
 * @param days since a closed file was last written; 0 for no limit
 */
record Retention(long bytes, long days) {

    private static final Logger LOG = LoggerFactory.getLogger(Retention.class);
    private static final String MEGABYTES = "recording.megabytes";
    private static final String DAYS = "recording.days";
    private static final long USUAL_MEGABYTES = 512;
    private static final long MOST = 1L << 40;

    /** As the user set it. What is no number counts as not set: nothing is deleted that the usual limits keep. */
    static Retention of(Settings settings) {
        return new Retention(number(settings.get(MEGABYTES), MEGABYTES, USUAL_MEGABYTES) << 20, number(settings.get(DAYS), DAYS, 0));
    }

    private static long number(Optional<String> value, String key, long usual) {
        try {
            long number = value.map(String::strip).map(Long::parseLong).orElse(usual);
            if (number >= 0 && number <= MOST) {
                return number;
            }
        } catch (NumberFormatException e) {
            LOG.debug("Not a number", e);
        }
        LOG.warn("The setting {} is \"{}\", which is not a whole number from 0 on: {} counts instead", key, value.orElse(""), usual);
        return usual;
    }

    boolean isTooOld(Duration age) {
        return days > 0 && age.compareTo(Duration.ofDays(days)) > 0;
    }
}
