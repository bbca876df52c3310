package dev.quarterdeck.accounts.upkeep;

import dev.quarterdeck.accounts.Attribution;
import java.time.Duration;
import java.util.function.Function;

/** Something to be done every so often; {@code work} says in a few words what came of it. */
public record Chore(String name, Duration every, Function<Attribution, String> work) {}
