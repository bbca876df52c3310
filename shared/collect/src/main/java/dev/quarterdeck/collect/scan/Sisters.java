package dev.quarterdeck.collect.scan;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.quarterdeck.collect.types.Ask;
import dev.quarterdeck.collect.types.TypeDefinition;
import dev.quarterdeck.wire.Paging;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;

/** Types that one call lists: mostly one; several where AWS takes in one input what each of them wants, and answers with all. */
record Sisters(List<TypeDefinition> types) {
    Sisters {
        types = List.copyOf(types);
    }

    /** What the calls of sisters have in common. */
    private record Kin(String name, String operation, Paging.Pages pages) {
        static Kin of(TypeDefinition type) {
            Ask ask = type.listing().ask();
            String name =
                    ask.together().isPresent() ? ask.service() : type.type().name();
            return new Kin(name, ask.operation(), type.listing().paging().pages());
        }
    }

    /** In the order of the first of each. */
    static List<Sisters> of(Collection<TypeDefinition> types) {
        return List.copyOf(types.stream()
                .collect(groupingBy(Kin::of, LinkedHashMap::new, collectingAndThen(toList(), Sisters::new)))
                .values());
    }

    TypeDefinition eldest() {
        return types.getFirst();
    }
}
