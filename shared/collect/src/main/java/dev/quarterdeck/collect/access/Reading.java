package dev.quarterdeck.collect.access;

import dev.quarterdeck.accounts.proof.Asked;
import dev.quarterdeck.accounts.proof.Inside.Answer;
import dev.quarterdeck.accounts.proof.Inside.Right;
import dev.quarterdeck.collect.policy.ReadPolicy;
import dev.quarterdeck.collect.types.Arguments;
import dev.quarterdeck.collect.types.TypeCatalog;
import dev.quarterdeck.collect.types.TypeDefinition;
import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.wire.AwsApi;
import dev.quarterdeck.wire.Call;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a session may read of what the catalog reads. IAM is asked to judge all actions at once, which calls none of
 * them; where it will not say, each service is read once in the ordinary way.
 */
final class Reading {
    private static final int ACTIONS_A_CALL = 100;

    private final AwsApi api;
    private final SortedMap<String, List<TypeDefinition>> services;

    Reading(AwsApi api, TypeCatalog types) {
        this.api = api;
        this.services = types.types().stream()
                .collect(Collectors.groupingBy(type -> type.heading().service(), TreeMap::new, Collectors.toList()));
    }

    List<Right> rights(WireAccess.Session session) {
        var looks = new FirstLook(api, session);
        return session.role()
                .flatMap(role -> judged(role, session))
                .map(judged -> told(judged, looks))
                .orElseGet(() -> services.entrySet().stream()
                        .flatMap(service -> looks.at(service.getKey(), listable(service.getValue())).stream())
                        .toList());
    }

    /** Something is really read too, until the first thing was seen; only of services that may be read. */
    private List<Right> told(SortedSet<String> denied, FirstLook looks) {
        var rights = new ArrayList<Right>();
        Optional<String> seen = Optional.empty();
        for (var service : services.entrySet()) {
            SortedSet<String> missing = new TreeSet<>(ReadPolicy.actionsOf(service.getValue()));
            missing.retainAll(denied);
            if (missing.isEmpty()) {
                if (seen.isEmpty()) {
                    seen = looks.at(service.getKey(), listable(service.getValue()))
                            .flatMap(Right::seen);
                }
                rights.add(new Right(service.getKey(), new Answer.Granted(), seen));
            } else {
                rights.add(new Right(service.getKey(), new Answer.Missing(missing, ""), Optional.empty()));
            }
        }
        return rights;
    }

    /** The actions that IAM says the role may not use; nothing if IAM does not say. */
    private Optional<SortedSet<String>> judged(String role, WireAccess.Session session) {
        var denied = new TreeSet<String>();
        var all = List.copyOf(ReadPolicy.actionsOf(
                services.values().stream().flatMap(List::stream).toList()));
        for (int from = 0; from < all.size(); from += ACTIONS_A_CALL) {
            List<String> some = all.subList(from, Math.min(all.size(), from + ACTIONS_A_CALL));
            var input = Map.of("PolicySourceArn", role, "ActionNames", some, "MaxItems", 1000);
            var call = Call.of("iam", "SimulatePrincipalPolicy", input, session.access(), session.region());
            if (!(Told.ask(api, call).map(Fields::of) instanceof Asked.Got<Fields>(var answer))) {
                return Optional.empty();
            }
            answer.objects("EvaluationResults").stream()
                    .filter(result -> !result.text("EvalDecision").equals("allowed"))
                    .forEach(result -> denied.add(result.text("EvalActionName")));
        }
        return Optional.of(denied);
    }

    /** A type that can be listed without knowing anything else. */
    private static Optional<TypeDefinition> listable(List<TypeDefinition> types) {
        return types.stream()
                .filter(type -> type.listing().parents().isEmpty())
                .filter(type -> type.listing().ask().with().members().values().stream()
                        .allMatch(Arguments.Constant.class::isInstance))
                .findFirst();
    }
}
