package dev.quarterdeck.compiler;

import dev.quarterdeck.collect.types.FieldPath;
import dev.quarterdeck.compiler.Form.Struct;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Follows paths of members ({@code a.b[].c}, {@code Variables.*}) through forms and reports where there is no way on. */
final class PathCheck {
    private final Report report;

    PathCheck(Report report) {
        this.report = report;
    }

    /** What lies at the end of the path; {@code @} is where it begins. */
    Optional<Form> follow(String path, Form from, Yaml place) {
        Optional<Form> here = Optional.of(from);
        for (FieldPath.Step step : steps(path, place)) {
            here = here.flatMap(form -> follow(step, form, place));
        }
        return here;
    }

    /** The objects on the way to the end, each of which may lend its members to what lies there. */
    static List<Struct> passed(String path, Form from) {
        var unreported = new PathCheck(new Report(""));
        var passed = new ArrayList<Struct>();
        Optional<Form> here = Optional.of(from);
        Yaml nowhere = new Yaml.Items(0, List.of());
        for (FieldPath.Step step : unreported.steps(path, nowhere)) {
            here.filter(Struct.class::isInstance).map(Struct.class::cast).ifPresent(passed::add);
            here = here.flatMap(form -> unreported.follow(step, form, nowhere));
        }
        return passed;
    }

    private List<FieldPath.Step> steps(String path, Yaml place) {
        try {
            return path.equals("@") ? List.of() : FieldPath.parse(path).steps();
        } catch (IllegalArgumentException e) {
            report.at(place, e);
            return List.of();
        }
    }

    private Optional<Form> follow(FieldPath.Step step, Form form, Yaml place) {
        return switch (step) {
            case FieldPath.Member(var name) -> member(name, form, place);
            case FieldPath.EachElement() -> element(form, place);
            case FieldPath.EachMember() -> anyMember(form, place);
        };
    }

    /** A member of an object, or of a map. */
    Optional<Form> member(String name, Form form, Yaml place) {
        switch (form) {
            case Form.Anything anything -> {
                return Optional.of(anything);
            }
            case Form.Dictionary(var value) -> {
                return Optional.of(value);
            }
            case Struct struct
            when struct.members().containsKey(name) -> {
                return struct.member(name);
            }
            case Struct struct ->
                report.at(
                        place,
                        "no member '%s' in %s%s"
                                .formatted(
                                        name,
                                        form.described(),
                                        Spelling.hint(name, struct.members().keySet())));
            case Form.Many _ ->
                report.at(place, "'%s' is asked of %s: put [] before it".formatted(name, form.described()));
            case Form.Scalar _ ->
                report.at(place, "'%s' is asked of %s, which has no members".formatted(name, form.described()));
        }
        return Optional.empty();
    }

    /** What a list holds. */
    Optional<Form> element(Form form, Yaml place) {
        return switch (form) {
            case Form.Many(var item) -> Optional.of(item);
            case Form.Anything anything -> Optional.of(anything);
            default -> {
                report.at(place, "[] follows %s, which is no list: leave [] out".formatted(form.described()));
                yield Optional.empty();
            }
        };
    }

    /** What any member of a map or object may be. */
    Optional<Form> anyMember(Form form, Yaml place) {
        return switch (form) {
            case Form.Dictionary(var value) -> Optional.of(value);
            case Struct _, Form.Anything _ -> Optional.of(Form.Anything.FORM);
            default -> {
                report.at(place, ".* follows %s, which has no members".formatted(form.described()));
                yield Optional.empty();
            }
        };
    }
}
