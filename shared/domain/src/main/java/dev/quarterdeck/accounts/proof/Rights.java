package dev.quarterdeck.accounts.proof;

import dev.quarterdeck.accounts.proof.Inside.Answer;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** The steps that say what a session may read. */
final class Rights {
    private Rights() {}

    static void tell(Inside.Right right, Trail trail) {
        Optional<String> service = Optional.of(right.service());
        switch (right.answer()) {
            case Answer.Granted _ ->
                trail.passed(Step.Name.PERMISSIONS, service, "%s can be read.".formatted(right.service()));
            case Answer.Missing(var actions, var message) ->
                trail.failed(
                        Step.Name.PERMISSIONS,
                        service,
                        new Step.Outcome.Failed(
                                "Of %s, some cannot be read.".formatted(right.service()),
                                "the role lacks %s".formatted(String.join(", ", actions)),
                                message.isEmpty() ? Optional.empty() : Optional.of(message),
                                Optional.of(Cause.allow(sid(right.service()), actions, "*"))));
            case Answer.Barred(var policy) ->
                trail.failed(
                        Step.Name.PERMISSIONS,
                        service,
                        Trail.fault(
                                "%s is barred.".formatted(right.service()),
                                "the organization's policy %s forbids it to everyone in the account".formatted(policy),
                                Optional.empty()));
            case Answer.Unknown(var why) -> trail.notTried(Step.Name.PERMISSIONS, service, why);
        }
    }

    static SortedSet<String> regions(Inside inside, Trail trail) {
        return switch (inside.regions()) {
            case Asked.Got<SortedSet<String>>(var regions) -> {
                trail.passed(
                        Step.Name.REGIONS, Optional.empty(), "%d regions are switched on.".formatted(regions.size()));
                yield regions;
            }
            case Asked.Not<SortedSet<String>>(var trouble) -> {
                trail.failed(
                        Step.Name.REGIONS,
                        Optional.empty(),
                        Cause.ofUnread("The regions cannot be listed.", "ec2:DescribeRegions", trouble));
                yield new TreeSet<>();
            }
        };
    }

    /** A statement's id has letters and digits only. */
    private static String sid(String service) {
        String letters = service.replaceAll("[^a-zA-Z0-9]", "");
        return "Read" + letters.substring(0, 1).toUpperCase(Locale.ROOT) + letters.substring(1);
    }
}
