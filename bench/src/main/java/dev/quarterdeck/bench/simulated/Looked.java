package dev.quarterdeck.bench.simulated;

import dev.quarterdeck.collect.types.Home;
import dev.quarterdeck.collect.types.TypeCatalog;
import dev.quarterdeck.collect.types.TypeDefinition;
import dev.quarterdeck.inventory.ResourceType;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An estate, and how many types are looked at there. */
record Looked(String name, Estate estate, int types) {
    private static final List<String> REGIONS = List.of(
            "us-east-1",
            "eu-west-1",
            "us-west-2",
            "eu-central-1",
            "us-east-2",
            "us-west-1",
            "eu-west-2",
            "eu-west-3",
            "eu-north-1",
            "ap-south-1",
            "ap-northeast-1",
            "ap-northeast-2",
            "ap-northeast-3",
            "ap-southeast-1",
            "ap-southeast-2",
            "ca-central-1",
            "sa-east-1");
    private static final int OPEN = 4;

    static Looked smaller(Estate.Crowd crowd) {
        return new Looked(
                "100 accounts × 4 regions × 25 types",
                new Estate(100, REGIONS.subList(0, OPEN), List.of(), 0, crowd),
                25);
    }

    static Looked larger(Estate.Crowd crowd) {
        return new Looked(
                "300 accounts × 17 regions × 60 types, 13 barred, 80 % empty",
                new Estate(300, REGIONS, REGIONS.subList(OPEN, REGIONS.size()), 80, crowd), 60);
    }

    /** Few accounts, whose lists are full. */
    static Looked full() {
        return new Looked(
                "3 accounts × 2 regions × 60 types of 100 resources",
                new Estate(3, REGIONS.subList(0, 2), List.of(), 0, Estate.Crowd.NONE),
                60);
    }

    /** A tenth of the larger one, without its crowds. */
    static Looked tenth() {
        return new Looked(
                "30 accounts × 17 regions × 60 types, 13 barred, 80 % empty",
                new Estate(30, REGIONS, REGIONS.subList(OPEN, REGIONS.size()), 80, Estate.Crowd.NONE), 60);
    }

    static List<Looked> both(Estate.Crowd crowd) {
        return List.of(smaller(crowd), larger(crowd));
    }

    /** Types that a canned answer makes whole: without parents, regional ones first. */
    Set<ResourceType> types(TypeCatalog catalog) {
        Stream<TypeDefinition> regional =
                catalog.types().stream().filter(type -> type.heading().home() instanceof Home.Regional);
        Stream<TypeDefinition> others =
                catalog.types().stream().filter(type -> !(type.heading().home() instanceof Home.Regional));
        return Stream.concat(regional, others)
                .filter(type -> type.listing().parents().isEmpty())
                .limit(types)
                .map(TypeDefinition::type)
                .collect(Collectors.toSet());
    }
}
