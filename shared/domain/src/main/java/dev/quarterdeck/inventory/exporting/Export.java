package dev.quarterdeck.inventory.exporting;

import dev.quarterdeck.accounts.AccountId;
import dev.quarterdeck.identity.access.UserId;
import dev.quarterdeck.inventory.asking.FileForm;
import dev.quarterdeck.inventory.asking.ListRequest;
import dev.quarterdeck.inventory.asking.Sight;
import dev.quarterdeck.inventory.asking.Wording;
import dev.quarterdeck.kernel.Members;
import dev.quarterdeck.kernel.objects.ObjectName;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.Set;

/** Somebody's wish for a file of everything that answers a filter, and how far it has come. */
public record Export(ExportId id, Owner owner, Wish wish, Frozen frozen, Stage stage) {
    /** How long a file is kept. */
    public static final Duration KEPT = Duration.ofDays(7);

    private static final DateTimeFormatter NAMED =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    /** Whose it is, and what people call them. */
    public record Owner(UserId user, String name) {}

    /** What is wanted, in the words in which it was asked for. */
    public record Wish(Wording wording, FileForm form) {}

    /** What was fixed when it was asked for: whatever happens later, it tells of this. */
    public record Frozen(Instant now, Optional<Instant> at, boolean everything, Set<AccountId> accounts) {
        public Frozen {
            accounts = Set.copyOf(accounts);
        }

        /** As of the instant that was asked for, else as of the moment of asking. */
        ListRequest.When when() {
            return new ListRequest.When(now, Optional.of(at.orElse(now)));
        }

        Sight sight() {
            return everything ? new Sight.Everything() : new Sight.Accounts(accounts);
        }
    }

    Export with(Stage next) {
        return new Export(id, owner, wish, frozen, next);
    }

    /** What the file is called where it is taken to. */
    public String fileName() {
        return "quarterdeck-resources-%s.%s"
                .formatted(NAMED.format(frozen.now), wish.form().kind());
    }

    /** Each writer has an object of its own, so that none is written by two. */
    ObjectName object(int begun) {
        return new ObjectName(
                "%s%s-%d.%s".formatted(Exports.OBJECTS, id, begun, wish.form().kind()));
    }

    /** What its owner is told. */
    public Members shown() {
        var shown = new Members()
                .put("export_id", id.value())
                .put("state", stage.word())
                .put("asked_at", frozen.now)
                .put("asked_by", owner.name)
                .put("format", wish.form().kind().toString())
                .put("bom", wish.form().mark())
                .put("file_name", fileName())
                .maybe("filter", wish.wording().filter())
                .maybe("fields", wish.wording().fields())
                .maybe("sort", wish.wording().sort())
                .maybeAt("at", frozen.at);
        stage.tell(shown);
        return shown;
    }
}
