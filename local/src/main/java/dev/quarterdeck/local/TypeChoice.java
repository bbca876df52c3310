package dev.quarterdeck.local;

import dev.quarterdeck.collect.types.TypeCatalog;
import dev.quarterdeck.collect.types.TypeDefinition;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;

/** Types as people name them: {@code AWS::EC2::Instance}, {@code ec2:instance}, or a service for all of its types. */
final class TypeChoice {
    private static final String LIST = "'quarterdeck types' lists all";

    private final TypeCatalog catalog;

    TypeChoice(TypeCatalog catalog) {
        this.catalog = catalog;
    }

    SequencedSet<TypeDefinition> all(List<String> names) {
        var chosen = new LinkedHashSet<TypeDefinition>();
        names.forEach(name -> chosen.addAll(matching(name)));
        return chosen;
    }

    TypeDefinition one(String name) {
        return catalog.find(name).orElseThrow(() -> unknown(name));
    }

    private List<TypeDefinition> matching(String name) {
        List<TypeDefinition> found = catalog.find(name).map(List::of).orElseGet(() -> ofService(name));
        if (found.isEmpty()) {
            throw unknown(name);
        }
        return found;
    }

    private List<TypeDefinition> ofService(String name) {
        return catalog.types().stream()
                .filter(definition -> definition.heading().service().equalsIgnoreCase(name)
                        || service(definition).equalsIgnoreCase(name))
                .toList();
    }

    /** The middle of {@code AWS::EC2::Instance}. */
    static String service(TypeDefinition definition) {
        return definition.type().name().split("::", 3)[1];
    }

    private Refusal unknown(String name) {
        var known = new ArrayList<String>();
        catalog.types().forEach(definition -> {
            known.add(definition.type().name());
            known.addAll(definition.heading().aliases());
        });
        return Refusal.usage("there is no type '%s': %s".formatted(name, Suggestion.orSee(name, known, LIST)));
    }
}
