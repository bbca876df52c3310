package dev.quarterdeck.inventory.history;

import dev.quarterdeck.accounts.AccountId;
import dev.quarterdeck.accounts.connect.Remains;
import dev.quarterdeck.kernel.objects.ObjectListing;
import dev.quarterdeck.kernel.objects.ObjectName;
import dev.quarterdeck.kernel.objects.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The objects in which an account's facts lie, and those of looks at it. */
public final class FactObjects implements Remains {
    private final Objects objects;

    public FactObjects(Objects objects) {
        this.objects = objects;
    }

    @Override
    public String kind() {
        return "objects of facts";
    }

    @Override
    public long count(AccountId id) {
        return names(id).count();
    }

    @Override
    public boolean clear(AccountId id) {
        names(id).toList().forEach(objects::delete);
        return true;
    }

    private Stream<ObjectName> names(AccountId id) {
        return Stream.concat(
                under("facts/%s/".formatted(id)),
                under("looks/").filter(name -> name.value().contains("/%s/".formatted(id))));
    }

    private Stream<ObjectName> under(String folder) {
        return Stream.iterate(
                        Optional.of(objects.list(folder, Optional.empty())),
                        Optional::isPresent,
                        page -> page.flatMap(ObjectListing::next).map(next -> objects.list(folder, Optional.of(next))))
                .flatMap(page -> page.stream().flatMap(it -> it.entries().stream()))
                .map(ObjectListing.Entry::name);
    }
}
