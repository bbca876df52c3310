package dev.quarterdeck.collect.facts;

import dev.quarterdeck.accounts.AccountId;
import dev.quarterdeck.collect.expression.Expression;
import dev.quarterdeck.collect.expression.Scope;
import dev.quarterdeck.collect.expression.Variable;
import dev.quarterdeck.collect.types.Enrichment;
import dev.quarterdeck.collect.types.Home;
import dev.quarterdeck.collect.types.TypeDefinition;
import dev.quarterdeck.inventory.Resource.Place;
import dev.quarterdeck.kernel.Json;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/** A resource while it is being read: a row of a list to which enrichments add. Not for several threads at once. */
public final class Draft implements Scope.Surroundings {
    private final TypeDefinition definition;
    private final Origin origin;
    private final SequencedMap<String, Instant> readAt = new LinkedHashMap<>();
    private final SequencedMap<String, String> notRead = new LinkedHashMap<>();
    private final Set<String> unread = new HashSet<>();
    private Json.Obj config;
    private Optional<String> listed = Optional.empty();
    private Optional<Remembered> remembered = Optional.empty();
    private boolean missedUnread;

    /** Who was asked, where, and for which other resource (JSON null for none). */
    public record Origin(String partition, AccountId account, String askedRegion, Json parent) {}

    public Draft(TypeDefinition definition, Origin origin, Json.Obj row) {
        this.definition = definition;
        this.origin = origin;
        this.config = row;
    }

    public TypeDefinition definition() {
        return definition;
    }

    /** The resource so far. */
    public Json.Obj config() {
        return config;
    }

    public Scope scope() {
        return new Scope(config, this);
    }

    /** The resource's own region, or the one that was asked. */
    public String region() {
        return definition.naming().region().flatMap(own -> own.text(scope())).orElse(origin.askedRegion);
    }

    /** The hash of what the list told, and what an earlier look made of the very same. */
    public void listed(String hash, Optional<Remembered> before) {
        listed = Optional.of(hash);
        remembered = before.filter(same -> same.listed().equals(hash));
    }

    Optional<String> listed() {
        return listed;
    }

    /** Whether an earlier look read this enrichment of the very same. */
    public boolean remembers(Enrichment enrichment) {
        return remembered
                .filter(known -> known.read().containsKey(enrichment.name()))
                .isPresent();
    }

    /** Takes over what the enrichment gave at the earlier look that is remembered. */
    public void recall(Enrichment enrichment) {
        Remembered known = remembered.orElseThrow();
        Instant read = Objects.requireNonNull(known.read().get(enrichment.name()));
        Enrichment.Taking taking = enrichment.taking();
        if (taking.merges()) {
            merge(enrichment.name(), read, withoutOthers(known.config()));
        } else {
            Json value = known.config().get(taking.into()).orElse(taking.otherwise());
            put(enrichment.name(), read, taking.into(), value);
        }
    }

    /** All but what other enrichments have a place of their own for. */
    private Json.Obj withoutOthers(Json.Obj known) {
        var members = new LinkedHashMap<>(known.members());
        definition.enrichments().forEach(other -> members.remove(other.taking().into()));
        return new Json.Obj(members);
    }

    /** An enrichment was read and gives this for one member. */
    public void put(String enrichment, Instant at, String member, Json value) {
        config = config.with(member, value);
        readAt.put(enrichment, at);
    }

    /** An enrichment was read and gives these members. */
    public void merge(String enrichment, Instant at, Json.Obj more) {
        var members = new LinkedHashMap<>(config.members());
        members.putAll(more.members());
        config = new Json.Obj(members);
        readAt.put(enrichment, at);
    }

    /** An enrichment that was wanted could not be read; {@code member} is what it would have filled, {@code @} for many. */
    public void missing(String enrichment, String member, String why) {
        notRead.put(enrichment, why);
        unread.add(member);
    }

    SequencedMap<String, Instant> readAt() {
        return readAt;
    }

    SequencedMap<String, String> notRead() {
        return notRead;
    }

    /** Where the resource is filed. */
    Place place() {
        boolean homeless = definition.heading().home() instanceof Home.Global
                && definition.naming().region().isEmpty();
        return new Place(origin.partition, origin.account, homeless ? Place.GLOBAL : region());
    }

    /** Whether the evaluation asked for something that could not be read, so that its answer may be wrong. */
    boolean leansOnUnread(Runnable evaluation) {
        missedUnread = false;
        evaluation.run();
        return missedUnread;
    }

    @Override
    public void missed(String member) {
        missedUnread |= unread.contains(member) || unread.contains("@");
    }

    @Override
    public Json variable(Variable variable) {
        return switch (variable) {
            case ACCOUNT -> Json.of(origin.account.value());
            case REGION -> Json.of(region());
            case PARTITION -> Json.of(origin.partition);
            case ID -> json(id());
            case ARN -> json(arn());
            case PARENT -> origin.parent;
        };
    }

    Optional<String> id() {
        return definition.naming().id().text(scope());
    }

    Optional<String> arn() {
        return definition.naming().arn().flatMap(arn -> arn.fill(scope()));
    }

    @Override
    public Json tag(String key) {
        return definition
                .meaning()
                .tags()
                .map(tags -> Tags.value(key, tags.evaluate(scope())))
                .orElse(Json.Null.VALUE);
    }

    private static Json json(Optional<String> text) {
        return text.<Json>map(Json::of).orElse(Json.Null.VALUE);
    }

    /** Expressions that ask which members there are weigh themselves what could not be read. */
    static boolean weighsUnread(Expression expression) {
        return expression
                .nodes()
                .anyMatch(node -> node instanceof dev.quarterdeck.collect.expression.Node.Apply apply
                        && apply.function() == dev.quarterdeck.collect.expression.Function.KEYS);
    }
}
