package org.mirrorbook.journal.jpa;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.journal.JournalProblem;
import org.mirrorbook.journal.JournalProblem.Remedy;

/**
 * Ownership by the table {@code lease} of a shared database, by whose clock all instances go. An instance is one for as long as its process
 * lives: after a restart it waits until its former lease has run out. Thread-safe.
 */
final class SharedLease implements Lease {

    private static final Duration TERM = Duration.ofSeconds(30);
    private static final String NOW = "(extract(epoch from clock_timestamp()) * 1000000)::bigint";
    private static final String TAKE = "insert into lease (account, owner_token, owner_words, held_until) values (?, ?, ?, " + NOW + " + "
            + TERM.toMillis() * 1000 + ") on conflict (account) do update set owner_token = excluded.owner_token, "
            + "owner_words = excluded.owner_words, held_until = excluded.held_until where lease.held_until < " + NOW
            + " or lease.owner_token = excluded.owner_token";

    private final Pens pens;
    private final String token = UUID.randomUUID().toString();
    private final String words;

    SharedLease(Pens pens) {
        this(pens, machine() + ", process " + ProcessHandle.current().pid());
    }

    /** @param words who this instance is, for the users of others */
    SharedLease(Pens pens, String words) {
        this.pens = pens;
        this.words = words.substring(0, Math.min(words.length(), 300));
    }

    private static String machine() {
        return Optional.ofNullable(System.getenv("HOSTNAME")).or(() -> Optional.ofNullable(System.getenv("COMPUTERNAME")))
                .orElseGet(SharedLease::askedMachine);
    }

    private static String askedMachine() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            // a word for users and nothing more
            return "another machine";
        }
    }

    @Override
    public Duration term() {
        return TERM;
    }

    @Override
    public Optional<String> take(AccountId account) {
        return pens.call("taking the lease of an account", pen -> pen.execute(TAKE, account.value(), token, words) == 1 ? Optional.empty()
                : Optional.of(owner(pen, account)));
    }

    private static String owner(Pen pen, AccountId account) throws SQLException {
        var who = pen.statement("select owner_words from lease where account = ?");
        who.setString(1, account.value());
        try (ResultSet rows = who.executeQuery()) {
            return rows.next() ? rows.getString(1) : "another instance";
        }
    }

    @Override
    public void release(AccountId account) {
        pens.call("giving back the lease of an account",
                pen -> pen.execute("delete from lease where account = ? and owner_token = ?", account.value(), token));
    }

    /** Its row is held until the transaction has ended: nobody takes the lease between this look and the commit. */
    @Override
    public void requireHeld(Pen pen, AccountId account) throws SQLException {
        var held = pen.statement("select 1 from lease where account = ? and owner_token = ? and held_until >= " + NOW + " for share");
        held.setString(1, account.value());
        held.setString(2, token);
        try (ResultSet rows = held.executeQuery()) {
            if (!rows.next()) {
                throw new JournalProblem(Remedy.RETRY, "The account " + account + " is not this instance's to write: "
                        + owner(pen, account) + " has it, or the lease has run out. Nothing was written.");
            }
        }
    }
}
