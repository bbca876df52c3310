package dev.quarterdeck.local.renderings;

import dev.quarterdeck.collect.types.Upkeep;
import dev.quarterdeck.kernel.Json;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/** One true change: a value without parts becomes another, or goes. */
record Edit(List<String> place, Json old, Optional<Json> now) {
    /** Another one of these is another item, policy or resource. */
    private static final Set<String> NAMES = Set.of(
            "Key", "key", "Sid", "Id", "Arn", "Name", "id", "arn", "name", "GroupId", "SecurityGroupRuleId", "TagKey");

    private static final Set<String> OF_POLICIES = Set.of("Version", "Effect");

    /** Those that a resource may undergo, in random order. */
    static Stream<Edit> of(Invented one, Inventor inventor, Random random) {
        var places = new ArrayList<>(Spots.leaves(one.config()).toList());
        Collections.shuffle(places, random);
        return places.stream().filter(place -> counts(place, one)).map(place -> {
            Json old = Spots.value(place, one.config());
            boolean goes = random.nextInt(4) == 0 && place.size() > 1 && !isElement(place);
            return new Edit(place, old, goes ? Optional.empty() : Optional.of(inventor.other(old)));
        });
    }

    private static boolean counts(List<String> place, Invented one) {
        Upkeep upkeep = one.type().upkeep();
        String name = place.getLast();
        boolean key = NAMES.contains(name)
                || upkeep.unordered().stream()
                        .anyMatch(list -> list.key()
                                .filter(by -> by.source().contains(name))
                                .isPresent());
        boolean policy = place.contains("Statement") && !OF_POLICIES.contains(name);
        return !key && !policy && upkeep.noise().stream().noneMatch(path -> Spots.covers(path, place));
    }

    Edit gone() {
        return new Edit(place, old, Optional.empty());
    }

    /** In what AWS keeps as text, whatever the models declare. */
    boolean isInADocument(Invented one) {
        return place.contains("Statement")
                || one.type().upkeep().json().stream().anyMatch(path -> Spots.covers(path, place));
    }

    boolean isElement() {
        return isElement(place);
    }

    private static boolean isElement(List<String> place) {
        return place.getLast().chars().allMatch(Character::isDigit);
    }

    boolean isInAList() {
        return place.stream().anyMatch(step -> step.chars().allMatch(Character::isDigit));
    }

    Invented applied(Invented one) {
        return one.with((Json.Obj) Spots.changed(place, one.config(), now));
    }
}
