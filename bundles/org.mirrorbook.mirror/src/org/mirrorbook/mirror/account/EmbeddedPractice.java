package org.mirrorbook.mirror.account;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;

import org.mirrorbook.exchange.ApiCredential;
import org.mirrorbook.exchange.PracticeExchange;
import org.mirrorbook.exchange.PracticeSettings;
import org.mirrorbook.exchange.PracticeVenue;
import org.mirrorbook.exchange.VenueProblem;
import org.mirrorbook.exchange.VenueProblem.Remedy;
import org.mirrorbook.runtime.Home;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/**
 * The practice exchange of this home: its books outlive the process in {@code practice/books.json}, its seed is the home's own, and its key
 * is made anew at each start and never leaves the memory. Immediate, so that it goes on while its mirror is off. The venue is a dynamic
 * reference: when it comes or goes, the mirrors of real accounts must not start again.
 */
@Component(service = PracticeHost.class, immediate = true)
public final class EmbeddedPractice implements PracticeHost {

    private static final int KEY_BYTES = 24;

    private final Path folder;
    private final SecureRandom random = new SecureRandom();
    private PracticeVenue venue;
    private PracticeExchange running;

    @Activate
    public EmbeddedPractice(@Reference Home home) {
        this.folder = home.folder().resolve("practice");
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, unbind = "lose")
    synchronized void find(PracticeVenue venue) {
        this.venue = venue;
    }

    synchronized void lose(PracticeVenue gone) {
        if (venue == gone) {
            close();
            venue = null;
        }
    }

    @Override
    public synchronized PracticeExchange open() {
        if (running == null) {
            if (venue == null) {
                throw new VenueProblem(Remedy.RETRY, Optional.of("NO_PRACTICE"),
                        "The practice exchange is not running in this installation.");
            }
            running = venue.start(settings());
        }
        return running;
    }

    @Deactivate
    synchronized void close() {
        if (running != null) {
            running.close();
            running = null;
        }
    }

    private PracticeSettings settings() {
        try {
            Files.createDirectories(folder);
        } catch (IOException broken) {
            throw new VenueProblem(Remedy.ASK_USER, Optional.empty(), "The folder " + folder + " cannot be written.", broken);
        }
        var credential = new ApiCredential("practice-" + secret(), secret(), secret());
        return new PracticeSettings(0, seed(), BigDecimal.ONE, 1, Optional.of(credential), Optional.of(folder.resolve("books.json")), true);
    }

    private String secret() {
        var bytes = new byte[KEY_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** From the home's place, so that each home has prices of its own and keeps them. */
    private long seed() {
        try {
            var place = folder.toString().getBytes(StandardCharsets.UTF_8);
            return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(place)).getLong();
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException("every Java platform has SHA-256", never);
        }
    }
}
