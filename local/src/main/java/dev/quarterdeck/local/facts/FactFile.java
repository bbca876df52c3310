package dev.quarterdeck.local.facts;

/** The files of a folder of facts, {@code run.json} last: it says that the others are whole. */
public enum FactFile {
    RESOURCES("resources.ndjson"),
    EDGES("edges.ndjson"),
    COVERAGE("coverage.ndjson"),
    RUN("run.json");

    private final String fileName;

    FactFile(String fileName) {
        this.fileName = fileName;
    }

    public String fileName() {
        return fileName;
    }
}
