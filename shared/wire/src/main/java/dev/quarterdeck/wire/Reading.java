package dev.quarterdeck.wire;

import java.util.regex.Pattern;

/** Tells calls that only read from those that change something: only the former may be sent twice without harm. */
final class Reading {
    // AssumeRole makes nothing but a session: asking again is harmless.
    private static final Pattern READ = Pattern.compile(
            "(Describe|List|Get|Head|BatchGet|BatchDescribe|Lookup|Search|Query|Scan|Select|Simulate|Estimate|Check|AssumeRole)"
                    + "($|[A-Z0-9]).*");

    private Reading() {}

    static boolean isRead(String operation) {
        return READ.matcher(operation).matches();
    }
}
