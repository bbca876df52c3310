package dev.quarterdeck.identity;

import dev.quarterdeck.audit.Entry;
import dev.quarterdeck.kernel.table.Write;
import java.util.List;
import java.util.function.Function;

/**
 * A sign-in that succeeded: of whom, how (RFC 8176 names), at which door, what else is written in the same
 * transaction, and how it is recorded.
 */
record Opening(User user, List<String> methods, Knock knock, List<Write> with, Function<Session, Entry> recorded) {}
