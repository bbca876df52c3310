package dev.quarterdeck.local;

import dev.quarterdeck.collect.types.Home;
import dev.quarterdeck.collect.types.TypeCatalog;
import dev.quarterdeck.collect.types.TypeDefinition;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.local.report.Columns;
import dev.quarterdeck.local.report.Style;
import dev.quarterdeck.local.report.Words;
import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Stream;

/** Types of resources, explained for people or listed for programs. */
final class TypeReport {
    private final Form form;
    private final PrintWriter out;
    private final int width;
    private final Style style;

    TypeReport(Shell shell, Form form) {
        this.form = form;
        this.out = shell.out();
        this.width = shell.screen().width();
        this.style = shell.screen().outputStyle();
    }

    void list(TypeCatalog catalog) {
        switch (form) {
            case table -> table(catalog);
            case json ->
                out.println(Json.of(catalog.types().stream().map(TypeSheet::of).toList())
                        .text());
            case csv ->
                CsvList.print(catalog.types().stream().map(TypeSheet::of).toList(), out);
            case ndjson ->
                catalog.types().forEach(type -> out.println(TypeSheet.of(type).text()));
        }
    }

    void explain(TypeDefinition type, TypeCatalog catalog) {
        switch (form) {
            case table -> sheet(type, catalog);
            case csv -> CsvList.print(List.of(TypeSheet.of(type)), out);
            case json, ndjson -> out.println(TypeSheet.of(type).text());
        }
    }

    private void table(TypeCatalog catalog) {
        var columns = new Columns().left("TYPE").left("short").left("lives in").prose("what it is");
        catalog.types()
                .forEach(type -> columns.row(
                        type.type(),
                        type.heading().aliases().stream().findFirst().orElse(""),
                        home(type),
                        type.heading().title()));
        columns.lines(width, style).forEach(out::println);
        out.println();
        out.println(style.dim("%s; catalog %s, AWS's models as of botocore %s. 'quarterdeck types TYPE' explains one."
                .formatted(Words.count(catalog.types().size(), "type", "types"), catalog.version(), catalog.models())));
    }

    static String home(TypeDefinition type) {
        return switch (type.heading().home()) {
            case Home.Regional _ -> "each region";
            case Home.Global _ -> "global";
            case Home.Fixed(var region) -> region;
        };
    }

    private void sheet(TypeDefinition type, TypeCatalog catalog) {
        out.println(style.accent(type.type().name()) + "  "
                + style.bold(type.heading().title()));
        var facts = new Columns().left("").left("");
        facts.row("short names", String.join(", ", type.heading().aliases()));
        facts.row("lives in", home(type));
        facts.row("listed by", TypeSheet.call(type.listing().ask()) + listedFor(type));
        show(facts);
        enrichments(type);
        permissions(type);
        links(type, catalog);
        kept("replaced by a hash", type.upkeep().sensitive());
        kept("no change", type.upkeep().noise());
    }

    private static String listedFor(TypeDefinition type) {
        return type.listing().parents().isEmpty()
                ? ""
                : ", once for each " + Words.list(type.listing().parents(), 9);
    }

    private void enrichments(TypeDefinition type) {
        if (type.enrichments().isEmpty()) {
            return;
        }
        section("read in addition");
        var columns = new Columns()
                .left("part")
                .left("call")
                .left("how often")
                .left("again after")
                .left("cost");
        type.enrichments()
                .forEach(part -> columns.row(
                        part.name(),
                        TypeSheet.call(part.ask()),
                        TypeSheet.often(part.reach()) + (part.terms().when().isPresent() ? ", where it applies" : ""),
                        part.terms().maxAge().map(Words::span).orElse("each scan"),
                        part.terms().paid() ? "costs money: only with --paid" : "free"));
        show(columns);
    }

    private void permissions(TypeDefinition type) {
        section("permissions");
        out.println("  " + String.join(", ", TypeSheet.permissions(type)));
    }

    private void links(TypeDefinition type, TypeCatalog catalog) {
        var columns = new Columns().left("").left("").left("");
        type.upkeep()
                .links()
                .forEach(link -> columns.row(
                        link.rel(),
                        link.to().map(Object::toString).orElse("whatever the ARN names"),
                        "by " + link.via()));
        Stream.of(type.type())
                .flatMap(target -> catalog.types().stream()
                        .filter(other -> other.upkeep().links().stream()
                                .anyMatch(
                                        link -> link.to().filter(target::equals).isPresent())))
                .forEach(other -> columns.row("", "", "pointed at by " + other.type()));
        if (!columns.isEmpty()) {
            section("links");
            show(columns);
        }
    }

    private void kept(String title, List<?> paths) {
        if (!paths.isEmpty()) {
            section(title);
            out.println("  " + Words.list(paths, 40));
        }
    }

    private void section(String title) {
        out.println();
        out.println(style.bold(title));
    }

    private void show(Columns columns) {
        columns.lines(width - 2, style).forEach(line -> out.println("  " + line));
    }
}
