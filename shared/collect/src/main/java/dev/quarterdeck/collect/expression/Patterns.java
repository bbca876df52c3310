package dev.quarterdeck.collect.expression;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.regex.Pattern;

/** Regular expressions of the catalog, each compiled once. */
final class Patterns {
    private static final ConcurrentMap<String, Pattern> COMPILED = new ConcurrentHashMap<>();

    private Patterns() {}

    static boolean fits(String text, String pattern) {
        return COMPILED.computeIfAbsent(pattern, Pattern::compile).matcher(text).matches();
    }
}
