package dev.quarterdeck.local.report;

import dev.quarterdeck.inventory.Origin;
import dev.quarterdeck.inventory.Resource;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** What a scan found, as its last words in the terminal. */
public final class Summary {
    private static final int PUBLIC_NAMED = 3;
    private static final int NAMED = 4;
    private static final String INDENT = "  ";

    private final PrintWriter out;
    private final int width;
    private final Style style;

    public Summary(PrintWriter out, int width, Style style) {
        this.out = out;
        this.width = width;
        this.style = style;
    }

    /** All sections but the last one, which is about our own calls. */
    public void facts(Digest digest) {
        resources(digest);
        exposed(digest);
        gaps(digest);
        notRead(digest);
    }

    void heading(String text, String rest) {
        out.println();
        out.println(style.bold(text) + (rest.isEmpty() ? "" : style.dim("  " + rest)));
    }

    void table(Columns columns) {
        columns.lines(width - INDENT.length(), style).forEach(line -> out.println(INDENT + line));
    }

    private void resources(Digest digest) {
        heading("Resources", "yours by service and region; what AWS made apart");
        if (digest.services().isEmpty()) {
            out.println(INDENT + "none");
            return;
        }
        List<String> shown = regionsShown(digest);
        boolean others = shown.size() < digest.customerByRegion().size();
        var columns = new Columns().left("SERVICE");
        shown.forEach(columns::right);
        if (others) {
            columns.right("elsewhere");
        }
        columns.right("YOURS").right("aws-default").right("aws-managed");
        digest.services().forEach((name, service) -> columns.row(row(name, service, shown, others)));
        columns.row(style::bold, totals(digest, shown, others));
        table(columns);
    }

    /** The fullest regions, as many as the screen has room for. */
    private List<String> regionsShown(Digest digest) {
        int room = Math.max(1, (width - 62) / 16);
        return digest.customerByRegion().entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .limit(room)
                .map(Map.Entry::getKey)
                .sorted(Comparator.comparing((String region) -> region.equals(Resource.Place.GLOBAL))
                        .thenComparing(region -> region))
                .toList();
    }

    private static Object[] row(String name, Digest.Service service, List<String> shown, boolean others) {
        var cells = new ArrayList<>();
        cells.add(name);
        int seen = 0;
        for (String region : shown) {
            cells.add(orDash(service.customer(region)));
            seen += service.customer(region);
        }
        if (others) {
            cells.add(orDash(service.total(Origin.CUSTOMER) - seen));
        }
        for (Origin origin : List.of(Origin.CUSTOMER, Origin.AWS_DEFAULT, Origin.AWS_MANAGED)) {
            cells.add(orDash(service.total(origin)));
        }
        return cells.toArray();
    }

    private static Object[] totals(Digest digest, List<String> shown, boolean others) {
        var cells = new ArrayList<>();
        cells.add("all");
        shown.forEach(region -> cells.add(orDash(digest.customerByRegion().getOrDefault(region, 0))));
        if (others) {
            cells.add(orDash(digest.customerByRegion().entrySet().stream()
                    .filter(region -> !shown.contains(region.getKey()))
                    .mapToInt(Map.Entry::getValue)
                    .sum()));
        }
        for (Origin origin : List.of(Origin.CUSTOMER, Origin.AWS_DEFAULT, Origin.AWS_MANAGED)) {
            cells.add(orDash(digest.services().values().stream()
                    .mapToInt(service -> service.total(origin))
                    .sum()));
        }
        return cells.toArray();
    }

    private static String orDash(int count) {
        return count == 0 ? "·" : Words.number(count);
    }

    private void exposed(Digest digest) {
        int total = digest.open().values().stream().mapToInt(Digest.Open::count).sum();
        heading("Public", Words.count(total, "resource", "resources") + " that anybody can reach, read or use");
        var columns = new Columns().left("").right("").prose("");
        digest.open().forEach((type, open) -> columns.row(type, Words.number(open.count()), names(open)));
        table(columns);
        long unknown = digest.openUnknown();
        if (unknown > 0) {
            out.println(INDENT
                    + style.dim("of %s more it could not be told"
                            .formatted(Words.count(unknown, "resource", "resources"))));
        }
    }

    private static String names(Digest.Open open) {
        List<String> names = open.places().stream()
                .sorted()
                .map(place -> place.name() + " (" + place.account() + " " + place.region() + ")")
                .toList();
        return Words.list(names.subList(0, Math.min(names.size(), PUBLIC_NAMED)), PUBLIC_NAMED)
                + (open.count() > PUBLIC_NAMED
                        ? " and %s more".formatted(Words.number(open.count() - PUBLIC_NAMED))
                        : "");
    }

    private void gaps(Digest digest) {
        heading("Coverage", gapsInWords(digest));
        var columns = new Columns().left("").prose("").right("").prose("");
        digest.causes().entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<Digest.Cause, Digest.Struck> cause) ->
                                cause.getKey().kind())
                        .thenComparingInt(cause -> -cause.getValue().areas())
                        .thenComparing(cause -> cause.getKey().what()))
                .forEach(cause -> columns.row(
                        line -> cause.getKey().kind().isGap() ? style.warn(line) : style.dim(line),
                        cause.getKey().kind(),
                        cause.getKey().what(),
                        Words.count(cause.getValue().areas(), "area", "areas"),
                        where(cause.getValue())));
        table(columns);
    }

    private static String gapsInWords(Digest digest) {
        return "%s of %s (account × region × type) were read, %s"
                .formatted(
                        Words.number(digest.looked()),
                        Words.count(digest.areas(), "area", "areas"),
                        digest.gaps() == 0 ? "no gaps" : Words.count(digest.gaps(), "gap", "gaps"));
    }

    private static String where(Digest.Struck struck) {
        return "%s · %s · %s"
                .formatted(
                        Words.list(struck.types(), NAMED),
                        Words.list(struck.regions(), NAMED),
                        Words.list(struck.accounts(), NAMED));
    }

    private void notRead(Digest digest) {
        if (digest.notRead().isEmpty()) {
            return;
        }
        heading("Read in part", "these details could not be read, so nothing is said about them");
        var columns = new Columns().right("").left("");
        digest.notRead().entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .forEach(part -> columns.row(Words.number(part.getValue()), part.getKey()));
        table(columns);
    }
}
