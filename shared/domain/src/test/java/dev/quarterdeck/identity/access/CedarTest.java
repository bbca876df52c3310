package dev.quarterdeck.identity.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.cedarpolicy.BasicAuthorizationEngine;
import com.cedarpolicy.model.AuthorizationRequest;
import com.cedarpolicy.model.entity.Entity;
import com.cedarpolicy.model.exception.AuthException;
import com.cedarpolicy.model.policy.PolicySet;
import com.cedarpolicy.value.CedarList;
import com.cedarpolicy.value.CedarMap;
import com.cedarpolicy.value.EntityTypeName;
import com.cedarpolicy.value.EntityUID;
import com.cedarpolicy.value.PrimBool;
import com.cedarpolicy.value.PrimLong;
import com.cedarpolicy.value.PrimString;
import com.cedarpolicy.value.Value;
import dev.quarterdeck.kernel.Json;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Our evaluator against Cedar's: the same rules, exported, must decide every random request alike. */
class CedarTest {
    private static final int RULE_SETS = Boolean.getBoolean("quarterdeck.long") ? 2_000 : 200;
    private static final int REQUESTS = 100;

    private final BasicAuthorizationEngine cedar = new BasicAuthorizationEngine();

    @Test
    @Tag("C10")
    @DisplayName("C10: rules exported to Cedar decide every request as ours do, senseless contexts among them")
    void decidesAsCedarDoes() throws Exception {
        long seed = Long.getLong("quarterdeck.seed", 4L);
        int allowed = 0;
        for (int i = 0; i < RULE_SETS; i++) {
            var samples = new RandomRules(new Random(seed + i));
            var rules = samples.rules();
            var ours = new Policies(rules.roles(), rules.bindings(), rules.denies());
            String text = CedarText.of(rules.roles(), rules.bindings(), rules.denies());
            var theirs = PolicySet.parsePolicies(text);
            theirs.cache();
            for (int k = 0; k < REQUESTS; k++) {
                var request = samples.request();
                boolean decision = ours.decide(request).allowed();
                assertThat(decision)
                        .as("seed %d, request %s, rules:%n%s", seed + i, request, text)
                        .isEqualTo(allows(theirs, request));
                assertThat(ours.sight(request.principal(), request.permission(), request.context())
                                .includes(request.target()))
                        .as("what is seen in a list, seed %d, request %s", seed + i, request)
                        .isEqualTo(decision);
                allowed += decision ? 1 : 0;
            }
        }

        assertThat(allowed).isBetween(RULE_SETS * REQUESTS / 20, RULE_SETS * REQUESTS / 2);
    }

    private boolean allows(PolicySet policies, Request request) throws AuthException {
        var principal = principal(request.principal());
        var resource = resource(request.target());
        var asked = new AuthorizationRequest(
                principal.getEUID(), action(request.permission()), resource.getEUID(), context(request.context()));
        var response = cedar.isAuthorized(asked, policies, Set.of(principal, resource));
        return response.success
                .orElseThrow(() -> new AssertionError("Cedar failed on %s".formatted(request)))
                .isAllowed();
    }

    private static Entity principal(Principal principal) {
        var attributes = new HashMap<String, Value>();
        principal
                .only()
                .ifPresent(only -> attributes.put(
                        "only",
                        new CedarList(new ArrayList<>(
                                only.stream().map(CedarTest::action).toList()))));
        var groups = principal.groups().stream()
                .map(group -> uid("Group", CedarText.id(group)))
                .collect(Collectors.toSet());
        return new Entity(uid("User", CedarText.id(principal.user())), attributes, groups);
    }

    private static Entity resource(Target target) {
        var attributes = new HashMap<String, Value>();
        if (target instanceof Target.InAccount it) {
            attributes.put("account", new PrimString(it.account()));
            attributes.put(
                    "units",
                    new CedarList(new ArrayList<>(
                            it.units().stream().map(PrimString::new).toList())));
            Map<String, Value> tags = new HashMap<>();
            it.tags().forEach((key, value) -> tags.put(key, new PrimString(value)));
            attributes.put("tags", new CedarMap(tags));
            it.environment().ifPresent(name -> attributes.put("environment", new PrimString(name)));
            it.team().ifPresent(team -> attributes.put("team", new PrimString(team)));
            return new Entity(uid("Account", it.account()), attributes, Set.of());
        }
        return new Entity(uid("Hub", "hub"), attributes, Set.of());
    }

    private static Map<String, Value> context(Json.Obj context) {
        return context.members().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> value(entry.getValue())));
    }

    private static Value value(Json json) {
        return switch (json) {
            case Json.Num(var number) -> new PrimLong(number.longValueExact());
            case Json.Str(var text) -> new PrimString(text);
            case Json.Bool(var truth) -> new PrimBool(truth);
            case Json.Arr(var items) ->
                new CedarList(
                        new ArrayList<>(items.stream().map(CedarTest::value).toList()));
            case Json.Obj object -> new CedarMap(context(object));
            case Json.Null _ -> throw new IllegalArgumentException("Cedar has no null");
        };
    }

    private static EntityUID action(Permission permission) {
        return uid("Action", permission.text());
    }

    private static EntityUID uid(String type, String id) {
        return EntityTypeName.parse(type).orElseThrow().of(id);
    }
}
