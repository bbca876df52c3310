package dev.quarterdeck.collect.policy;

import dev.quarterdeck.accounts.Partition;
import dev.quarterdeck.accounts.roles.Flavour;
import dev.quarterdeck.accounts.roles.ReadRights;
import dev.quarterdeck.accounts.roles.Rights;
import dev.quarterdeck.collect.types.TypeCatalog;
import java.util.function.Supplier;

/** The rights that the types of this build's catalog need. */
public record CatalogRights(Supplier<TypeCatalog> catalog, String version) implements ReadRights {
    @Override
    public Rights of(Flavour flavour, Partition partition) {
        return ReadPolicy.of(flavour, catalog.get().types(), partition.id()).rights(version);
    }
}
