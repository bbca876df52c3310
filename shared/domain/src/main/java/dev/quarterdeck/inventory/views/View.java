package dev.quarterdeck.inventory.views;

import dev.quarterdeck.identity.access.UserId;
import dev.quarterdeck.inventory.asking.Wording;
import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Members;
import java.util.Optional;

/** A question that somebody keeps under a name; who may read views sees it too once it is shared. */
public record View(ViewId id, Owner owner, Label label, Wording wording, boolean shared) {
    /** Whose it is, and what people call them. */
    public record Owner(UserId user, String name) {}

    /** What it is called, and what it is for. */
    public record Label(String name, Optional<String> description) {}

    /** What people are told of it. */
    public Members shown() {
        return new Members()
                .put("view_id", id.value())
                .put("name", label.name)
                .maybe("description", label.description)
                .put("owner", owner.name)
                .put("shared", shared)
                .maybe("filter", wording.filter())
                .maybe("fields", wording.fields())
                .maybe("sort", wording.sort())
                .maybe("facets", wording.facets());
    }

    View with(boolean nowShared) {
        return new View(id, owner, label, wording, nowShared);
    }

    Members kept() {
        return shown().put("issuer", owner.user.issuer()).put("subject", owner.user.subject());
    }

    static View of(Fields kept) {
        return new View(
                kept.text("view_id", ViewId::new),
                new Owner(new UserId(kept.text("issuer"), kept.text("subject")), kept.text("owner")),
                new Label(kept.text("name"), kept.maybeText("description")),
                wording(kept),
                kept.flag("shared"));
    }

    /** The words that such members say. */
    public static Wording wording(Fields members) {
        return new Wording(
                members.maybeText("filter"),
                members.maybeText("fields"),
                members.maybeText("sort"),
                members.maybeText("facets"));
    }
}
