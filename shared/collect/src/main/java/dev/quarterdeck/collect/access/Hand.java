package dev.quarterdeck.collect.access;

import dev.quarterdeck.accounts.roles.Assumer;

/** Whom the accounts trust, and the region whose STS and EC2 are asked. */
public record Hand(Assumer assumer, String region) {}
