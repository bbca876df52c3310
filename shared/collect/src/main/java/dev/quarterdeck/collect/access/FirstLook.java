package dev.quarterdeck.collect.access;

import dev.quarterdeck.accounts.proof.Inside.Answer;
import dev.quarterdeck.accounts.proof.Inside.Right;
import dev.quarterdeck.accounts.proof.Trouble;
import dev.quarterdeck.collect.json.JavaValues;
import dev.quarterdeck.collect.json.JsonBuilder;
import dev.quarterdeck.collect.types.Arguments;
import dev.quarterdeck.collect.types.Home;
import dev.quarterdeck.collect.types.TypeDefinition;
import dev.quarterdeck.wire.AwsApi;
import dev.quarterdeck.wire.Call;
import dev.quarterdeck.wire.ItemSink;
import dev.quarterdeck.wire.JsonSink;
import dev.quarterdeck.wire.Paging;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Reads one page of one type: the cheapest way to know that a service can be read. */
final class FirstLook {
    private final AwsApi api;
    private final WireAccess.Session session;

    FirstLook(AwsApi api, WireAccess.Session session) {
        this.api = api;
        this.session = session;
    }

    /** Nothing where the service has no type that can be listed by itself. */
    Optional<Right> at(String service, Optional<TypeDefinition> type) {
        return type.map(it -> look(service, it));
    }

    private Right look(String service, TypeDefinition type) {
        var ask = type.listing().ask();
        var call =
                new Call(ask.service(), ask.operation(), input(type), session.access(), region(type), ask.absentOn());
        var paging = new Paging(type.listing().paging().items(), List.of(), new Paging.Single());
        var count = new Count();
        return switch (api.items(call, paging, count)) {
            case dev.quarterdeck.wire.Answer.Done _ -> new Right(service, new Answer.Granted(), seen(type, count));
            case dev.quarterdeck.wire.Answer.Absent _ -> new Right(service, new Answer.Granted(), Optional.empty());
            case dev.quarterdeck.wire.Answer.Failure failure ->
                new Right(service, refused(Told.trouble(failure), type), Optional.empty());
        };
    }

    private String region(TypeDefinition type) {
        return switch (type.heading().home()) {
            case Home.Fixed(var fixed) -> fixed;
            case Home.Regional _, Home.Global _ -> session.region();
        };
    }

    private Optional<String> seen(TypeDefinition type, Count count) {
        return count.items == 0
                ? Optional.empty()
                : Optional.of("%d of %s in %s".formatted(count.items, type.type(), region(type)));
    }

    private static Answer refused(Trouble trouble, TypeDefinition type) {
        return switch (trouble.kind()) {
            case DENIED -> new Answer.Missing(new TreeSet<>(type.listing().ask().permissions()), trouble.message());
            case BARRED -> new Answer.Barred(trouble.what());
            case ABSENT, THROTTLED, NO_CREDENTIALS, UNSUPPORTED, FAILED ->
                new Answer.Unknown("AWS answered %s: %s".formatted(trouble.what(), trouble.message()));
        };
    }

    /** Only constants: a type that needs more is not asked here. */
    private static Map<String, Object> input(TypeDefinition type) {
        var input = new LinkedHashMap<String, Object>();
        type.listing().ask().with().members().forEach((name, argument) -> {
            if (argument instanceof Arguments.Constant(var value) && !value.equals(JavaValues.NOTHING)) {
                input.put(name, value);
            }
        });
        return input;
    }

    private static final class Count implements ItemSink {
        private int items;

        @Override
        public JsonSink begin() {
            return new JsonBuilder();
        }

        @Override
        public void end() {
            items++;
        }
    }
}
