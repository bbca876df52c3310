package dev.quarterdeck.collect.scanning;

import dev.quarterdeck.accounts.AccountId;
import dev.quarterdeck.collect.edges.Named;
import dev.quarterdeck.collect.events.ApiCall;
import dev.quarterdeck.collect.events.Concern;
import dev.quarterdeck.collect.events.Concerns;
import dev.quarterdeck.collect.types.TypeCatalog;
import dev.quarterdeck.inventory.Resource;
import dev.quarterdeck.inventory.ResourceType;
import dev.quarterdeck.inventory.find.Words;
import dev.quarterdeck.inventory.history.Facts;
import dev.quarterdeck.inventory.scanning.Events;
import dev.quarterdeck.inventory.scanning.ScanScope;
import dev.quarterdeck.kernel.Failure;
import dev.quarterdeck.kernel.FailureException;
import dev.quarterdeck.kernel.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Turns an event into the scans that it makes necessary: of one list and of the resources that the event names. */
public record EventScopes(Facts facts, Supplier<TypeCatalog> types) implements Events {
    @Override
    public List<ScanScope> scopes(AccountId account, Json.Obj event) {
        Optional<ApiCall> call = ApiCall.read(event);
        call.map(told -> told.place().account())
                .filter(whose -> !whose.equals(account))
                .ifPresent(whose -> {
                    throw new FailureException(Failure.invalid(
                            "/recipientAccountId", "the event is of account %s, not %s".formatted(whose, account)));
                });
        return call.stream()
                .flatMap(told -> new Concerns(types.get()).of(told, named(account, told)).stream())
                .map(concern -> scope(account, concern))
                .toList();
    }

    /** Whatever is known that bears one of the call's texts. */
    private Stream<Named> named(AccountId account, ApiCall call) {
        Set<String> words = call.texts().stream().map(Words::folded).collect(Collectors.toSet());
        var named = new ArrayList<Named>();
        facts.of(account, Optional.empty()).ifPresent(live -> live.bearing(words, row -> named.add(Named.of(row))));
        return named.stream();
    }

    private static ScanScope scope(AccountId account, Concern concern) {
        Set<String> regions = concern.part().equals(Resource.Place.GLOBAL) ? Set.of() : Set.of(concern.part());
        return new ScanScope(
                new TreeSet<>(Set.of(account)),
                new TreeSet<>(regions),
                concern.types().stream().map(ResourceType::name).collect(Collectors.toCollection(TreeSet::new)),
                new TreeSet<>(concern.resources()),
                false);
    }
}
