package dev.quarterdeck.collect.facts;

import dev.quarterdeck.collect.expression.Expression;
import dev.quarterdeck.collect.expression.Scope;
import dev.quarterdeck.collect.expression.Times;
import dev.quarterdeck.collect.types.TypeDefinition;
import dev.quarterdeck.inventory.Origin;
import dev.quarterdeck.inventory.Resource;
import dev.quarterdeck.inventory.Resource.Details;
import dev.quarterdeck.inventory.Resource.Exposure;
import dev.quarterdeck.inventory.Resource.Identifier;
import dev.quarterdeck.inventory.Resource.Identity;
import dev.quarterdeck.inventory.Resource.Looked;
import dev.quarterdeck.inventory.Resource.Place;
import dev.quarterdeck.inventory.Resource.Traits;
import dev.quarterdeck.inventory.Resource.Versions;
import dev.quarterdeck.inventory.Tri;
import dev.quarterdeck.inventory.Uid;
import dev.quarterdeck.kernel.Digest;
import dev.quarterdeck.kernel.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;

/** Makes facts of drafts. Whatever leaves it has its secrets replaced. */
public final class FactMaker {
    private static final String STACK_NAME = "aws:cloudformation:stack-name";
    static final String STACK_ID = "aws:cloudformation:stack-id";

    private final Tidying tidying;
    private final Versions versions;

    public FactMaker(Redaction redaction, Versions versions) {
        this.tidying = new Tidying(redaction);
        this.versions = versions;
    }

    /** The fact, or nothing where the draft does not even tell its id. {@code listedAt} is when its list was read. */
    public Optional<Fact> make(Draft draft, Instant listedAt) {
        return draft.id().map(id -> make(draft, id, listedAt));
    }

    private Fact make(Draft draft, String id, Instant listedAt) {
        TypeDefinition definition = draft.definition();
        Json.Obj config = tidying.tidy(draft.config(), definition.upkeep());
        var scope = new Scope(config, draft);
        Identity identity = identity(draft, id, scope);
        SequencedMap<String, String> tags = tags(definition, scope);
        var looked = new Looked(listedAt, draft.readAt(), draft.notRead(), draft.listed(), versions);
        var resource = new Resource(
                identity, traits(draft, scope, tags), looked, config, ContentHash.of(config, definition.upkeep()));
        return new Fact(resource, Links.of(draft, identity, scope, Optional.ofNullable(tags.get(STACK_ID))));
    }

    /** The name of the resource, as far as its row in a list tells it already. */
    public Optional<Uid> uid(Draft draft) {
        return draft.id().map(id -> uid(draft, id));
    }

    /** A hash of what the list alone tells of a resource, as this catalog understands it. Secrets do not go into it. */
    public String listed(Draft draft) {
        var upkeep = draft.definition().upkeep();
        return Digest.hex(versions.catalog() + ContentHash.of(tidying.tidy(draft.config(), upkeep), upkeep));
    }

    private static Uid uid(Draft draft, String id) {
        TypeDefinition definition = draft.definition();
        Place place = draft.place();
        String incarnation = definition
                .naming()
                .incarnation()
                .flatMap(expression -> expression.text(draft.scope()))
                .orElse("");
        return Uid.of(new Uid.Parts(
                place.partition(), place.account().value(), place.region(), definition.type(), id, incarnation));
    }

    private static Identity identity(Draft draft, String id, Scope scope) {
        TypeDefinition definition = draft.definition();
        Place place = draft.place();
        Uid uid = uid(draft, id);
        String name =
                definition.naming().name().flatMap(text -> text.fill(scope)).orElse(id);
        return new Identity(uid, definition.type(), place, id, draft.arn(), name);
    }

    private static SequencedMap<String, String> tags(TypeDefinition definition, Scope scope) {
        return definition
                .meaning()
                .tags()
                .map(expression -> Tags.read(expression.evaluate(scope)))
                .orElseGet(TreeMap::new);
    }

    private static Traits traits(Draft draft, Scope scope, SequencedMap<String, String> tags) {
        TypeDefinition.Meaning meaning = draft.definition().meaning();
        var own = new TreeMap<>(tags);
        own.keySet().removeIf(key -> key.startsWith(Tags.RESERVED));
        return new Traits(
                origin(meaning.origin().flatMap(expression -> expression.text(scope))),
                meaning.state().flatMap(expression -> expression.text(scope)),
                new Exposure(
                        tri(meaning.exposure().isPublic(), draft, scope),
                        tri(meaning.exposure().encrypted(), draft, scope)),
                own,
                meaning.created().flatMap(expression -> Times.read(expression.evaluate(scope))),
                details(draft, scope, tags));
    }

    private static Origin origin(Optional<String> text) {
        for (Origin origin : Origin.values()) {
            if (text.filter(origin.toString()::equals).isPresent()) {
                return origin;
            }
        }
        return Origin.CUSTOMER;
    }

    private static Tri tri(Optional<Expression> expression, Draft draft, Scope scope) {
        if (expression.isEmpty()) {
            return Tri.UNKNOWN;
        }
        var answer = new AtomicReference<>(Tri.UNKNOWN);
        boolean doubtful = draft.leansOnUnread(() -> answer.set(expression.get().tri(scope)));
        return doubtful && !Draft.weighsUnread(expression.get()) ? Tri.UNKNOWN : answer.get();
    }

    private static Details details(Draft draft, Scope scope, SequencedMap<String, String> tags) {
        Optional<String> stack = Optional.ofNullable(tags.get(STACK_NAME));
        return new Details(
                draft.definition().naming().zone().flatMap(zone -> zone.text(scope)),
                stack.or(() -> Optional.ofNullable(tags.get(STACK_ID))).map(_ -> "cloudformation"),
                stack,
                identifiers(draft.definition(), scope));
    }

    private static List<Identifier> identifiers(TypeDefinition definition, Scope scope) {
        var identifiers = new LinkedHashSet<Identifier>();
        for (TypeDefinition.IdentifierRule rule : definition.meaning().identifiers()) {
            for (Json value : leaves(rule.at().evaluate(scope))) {
                Expression.text(value)
                        .map(text -> new Identifier(rule.kind(), text))
                        .ifPresent(identifiers::add);
            }
        }
        return List.copyOf(identifiers);
    }

    /** The values in nested lists. */
    static List<Json> leaves(Json value) {
        if (!(value instanceof Json.Arr(var items))) {
            return List.of(value);
        }
        var leaves = new ArrayList<Json>(items.size());
        gather(items, leaves);
        return leaves;
    }

    private static void gather(List<Json> items, List<Json> leaves) {
        for (Json item : items) {
            if (item instanceof Json.Arr(var inner)) {
                gather(inner, leaves);
            } else {
                leaves.add(item);
            }
        }
    }
}
