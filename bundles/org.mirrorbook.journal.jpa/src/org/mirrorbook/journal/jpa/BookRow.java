package org.mirrorbook.journal.jpa;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The number of an account's last commit, by which a second writer would be noticed. */
@Entity(name = "Book")
@Table(name = "book")
class BookRow {

    @Id
    String account;
    long revision;
    @Column(name = "mirrored_since")
    Instant mirroredSince;
}
