package dev.quarterdeck.compiler;

import dev.quarterdeck.wire.model.ModelIndex;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/** Checks all types together: parents before their children, whatever file they stand in. */
final class CatalogCheck {
    private final ModelIndex models;
    private final SequencedMap<String, TypeEntry> types;
    private final Set<String> names = new HashSet<>();
    private final Map<String, Form> forms = new HashMap<>();
    private final Set<String> underWay = new HashSet<>();

    CatalogCheck(ModelIndex models, TypeFiles files) {
        this.models = models;
        this.types = files.types();
        this.names.addAll(types.keySet());
        this.names.addAll(files.unsound());
    }

    /** What resources of each type look like. */
    Collection<Form> check() {
        types.values().forEach(this::form);
        return forms.values();
    }

    /** What resources of the type look like, checked on the way; anything where that is not known. */
    private Form form(TypeEntry entry) {
        Form known = forms.get(entry.type());
        if (known != null) {
            return known;
        }
        underWay.add(entry.type());
        Form form = checked(entry, parent(entry));
        underWay.remove(entry.type());
        forms.put(entry.type(), form);
        return form;
    }

    private Form checked(TypeEntry entry, Optional<Form> parent) {
        var resources = new ResourceForm(models, entry);
        Optional<Form> row = resources.listed(parent);
        if (row.isEmpty()) {
            return Form.Anything.FORM;
        }
        Form resource = resources.enriched(row.get(), parent);
        new TypeCheck(entry, names).check(new Scope(row.get(), parent), new Scope(resource, parent));
        return resource;
    }

    /** What {@code $parent} may be; where a type is listed for its own kind or for several, that is not looked into. */
    private Optional<Form> parent(TypeEntry entry) {
        Yaml place =
                entry.fields().fields("list").flatMap(list -> list.get("for")).orElse(null);
        return switch (place) {
            case null -> Optional.empty();
            case Yaml.Items several ->
                several.items().stream()
                        .map(name -> parent(entry, (Yaml.Value) name))
                        .reduce((_, _) -> Form.Anything.FORM);
            case Yaml.Value name -> Optional.of(parent(entry, name));
            case Yaml.Fields _ -> Optional.of(Form.Anything.FORM);
        };
    }

    private Form parent(TypeEntry entry, Yaml.Value name) {
        TypeEntry parent = types.get(name.text());
        if (!names.contains(name.text())) {
            entry.report()
                    .at(
                            name,
                            "no type '%s' in the catalog%s".formatted(name.text(), Spelling.hint(name.text(), names)));
        }
        if (parent != null && !parent.home().equals(entry.home())) {
            entry.report()
                    .at(
                            name,
                            "'%s' is %s and '%s' is %s: resources are listed where those are that they belong to"
                                    .formatted(entry.type(), entry.home(), parent.type(), parent.home()));
        }
        boolean circle = underWay.contains(name.text());
        if (circle && !name.text().equals(entry.type())) {
            entry.report().at(name, "'%s' and '%s' are each listed for the other".formatted(entry.type(), name.text()));
        }
        return parent == null || circle ? Form.Anything.FORM : form(parent);
    }
}
