package dev.quarterdeck.collect.scan;

import dev.quarterdeck.collect.facts.Redaction;
import dev.quarterdeck.collect.types.TypeCatalog;
import dev.quarterdeck.wire.AwsApi;
import java.time.Clock;

/** What a scan works with. The tally is the one that {@code aws} tells of its requests. */
public record Instruments(AwsApi aws, TypeCatalog catalog, Redaction redaction, Tally tally, Clock clock) {}
