package dev.quarterdeck.collect.history;

import dev.quarterdeck.collect.facts.Remembered;
import dev.quarterdeck.collect.scan.Recollection;
import dev.quarterdeck.collect.segments.Blocks;
import dev.quarterdeck.collect.segments.Snapshot;
import dev.quarterdeck.inventory.Coverage;
import dev.quarterdeck.inventory.Uid;
import dev.quarterdeck.inventory.history.Generation;
import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.objects.DamagedObjectException;
import dev.quarterdeck.kernel.objects.Objects;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What one generation of an account lets a scan of that account remember. Of what cannot be read nothing is remembered. */
public final class AccountRecollection implements Recollection {
    private static final int BLOCKS = 32;

    private final Snapshot snapshot;
    private final Map<Ledger.Spot, Listed> areas = new HashMap<>();
    private final Blocks blocks = new Blocks(BLOCKS);

    private AccountRecollection(Snapshot snapshot) {
        this.snapshot = snapshot;
    }

    public static Recollection of(Generation generation, Objects objects) {
        try {
            Known known = Known.of(Optional.of(generation), objects);
            var recollection = new AccountRecollection(known.snapshot());
            known.ledger().rows().forEach(recollection::note);
            return recollection;
        } catch (IOException _) {
            return NOTHING; // then everything is asked for, as if nobody had ever looked
        }
    }

    private void note(Json.Obj row) {
        Fields fields = Fields.of(row);
        if (fields.text("status").equals(Coverage.Status.LOOKED.toString())) {
            boolean nothing =
                    fields.whole("count") == 0 && fields.maybeText("reason").isEmpty();
            areas.put(Ledger.Spot.of(row), new Listed(fields.instant("looked_at"), nothing));
        }
    }

    @Override
    public Optional<Remembered> resource(Uid uid) {
        try {
            return snapshot.row(uid, blocks).flatMap(AccountRecollection::remembered);
        } catch (DamagedObjectException _) {
            return Optional.empty();
        }
    }

    private static Optional<Remembered> remembered(Json.Obj row) {
        Fields fields = Fields.of(row);
        var read = new HashMap<String, Instant>();
        fields.object("looked").json().members().forEach((name, at) -> {
            if (at instanceof Json.Str(var text)) {
                read.put(name, Instant.parse(text));
            }
        });
        return fields.maybeText(FactLine.LISTED)
                .map(listed -> new Remembered(listed, fields.object("config").json(), read));
    }

    @Override
    public Optional<Listed> listed(Coverage.Area area) {
        String type = area.type().map(Object::toString).orElse("");
        return Optional.ofNullable(areas.get(new Ledger.Spot(area.region(), type)));
    }
}
