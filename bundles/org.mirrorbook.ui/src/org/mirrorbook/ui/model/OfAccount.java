package org.mirrorbook.ui.model;

import org.mirrorbook.domain.position.AccountId;

/** Something that can be selected and belongs to an account: commands on an account know from it which one is meant. */
public interface OfAccount {

    AccountId account();
}
