package dev.quarterdeck.local.renderings;

import dev.quarterdeck.accounts.AccountId;
import dev.quarterdeck.collect.facts.Draft;
import dev.quarterdeck.collect.facts.FactMaker;
import dev.quarterdeck.collect.facts.Redaction;
import dev.quarterdeck.collect.types.Enrichment;
import dev.quarterdeck.collect.types.TypeCatalog;
import dev.quarterdeck.collect.types.TypeDefinition;
import dev.quarterdeck.inventory.Resource;
import dev.quarterdeck.inventory.Uid;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.wire.AwsClient;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** An account with a resource of every catalogued type, as a seed invents it. */
final class World {
    static final TypeCatalog TYPES = TypeCatalog.shipped();
    private static final AwsClient.Catalog MODELS = AwsClient.Catalog.shipped();
    private static final Redaction REDACTION = new Redaction("k1", new byte[32]);

    private final AccountId account;
    private final Random random;
    private final Inventor inventor;
    private final Map<Uid, Invented> resources = new LinkedHashMap<>();

    World(int seed) {
        account = new AccountId("%012d".formatted(seed));
        random = new Random(seed);
        inventor = new Inventor(random);
        for (TypeDefinition type : TYPES.types()) {
            Invented one = Invented.of(type, account, MODELS.models(), inventor);
            uid(one).ifPresent(uid -> resources.put(uid, one));
        }
    }

    AccountId account() {
        return account;
    }

    Random random() {
        return random;
    }

    Collection<Invented> resources() {
        return resources.values();
    }

    static FactMaker maker(TypeCatalog types, String models) {
        return new FactMaker(REDACTION, new Resource.Versions(types.version(), models));
    }

    static Optional<Uid> uid(Invented one) {
        return maker(TYPES, "").uid(one.read(one.config(), Instant.EPOCH));
    }

    /** All of it, as one look reads it. */
    List<Resource> look(Instant at) {
        return look(maker(TYPES, "now"), at, one -> one, _ -> Optional.empty());
    }

    /** One enrichment of each resource is refused, where the resource has its name without it. */
    List<Resource> lookRefused(Instant at) {
        return look(maker(TYPES, "now"), at, one -> one, this::refused);
    }

    /** As a hub of some time ago reads it: with a catalog and models that know less. */
    List<Resource> lookOfOld(TypeCatalog older, Instant at) {
        return look(maker(older, "older"), at, one -> lesser(one, older), _ -> Optional.empty());
    }

    private List<Resource> look(
            FactMaker maker,
            Instant at,
            UnaryOperator<Invented> knowing,
            Function<Invented, Optional<Enrichment>> refusing) {
        var rendering = new Rendering(random);
        var told = new ArrayList<Resource>();
        for (Invented one : resources.values()) {
            Invented known = knowing.apply(one);
            Json.Obj rendered = rendering.of(known.config(), one.type().upkeep());
            Draft draft = known.read(rendered, at, refusing.apply(one));
            told.add(maker.make(draft, at).orElseThrow().resource());
        }
        Collections.shuffle(told, random);
        return told;
    }

    private Optional<Enrichment> refused(Invented one) {
        var enrichments = new ArrayList<>(one.type().enrichments());
        Collections.shuffle(enrichments, random);
        return enrichments.stream()
                .filter(refused -> maker(TYPES, "")
                        .uid(one.read(one.config(), Instant.EPOCH, Optional.of(refused)))
                        .equals(uid(one)))
                .findFirst();
    }

    /** Without some members that older models did not declare. */
    private Invented lesser(Invented one, TypeCatalog older) {
        Invented lesser = one;
        for (int i = 0; i < 3; i++) {
            Invented before = lesser;
            lesser = Edit.of(before, inventor, random)
                    .filter(edit -> !edit.isElement() && !edit.isInADocument(before))
                    .map(edit -> edit.gone().applied(before))
                    .filter(less -> uid(less).equals(uid(one)))
                    .findFirst()
                    .orElse(before);
        }
        return lesser.of(older.find(one.type().type()).orElseThrow());
    }

    /** Changes each resource in one thing, and tells in what. */
    Map<Uid, Edit> change() {
        var edits = new LinkedHashMap<Uid, Edit>();
        resources.replaceAll((uid, one) -> Edit.of(one, inventor, random)
                .filter(edit -> uid(edit.applied(one)).equals(Optional.of(uid)))
                .findFirst()
                .map(edit -> {
                    edits.put(uid, edit);
                    return edit.applied(one);
                })
                .orElse(one));
        return edits;
    }
}
