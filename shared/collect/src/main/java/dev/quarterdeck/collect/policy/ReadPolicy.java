package dev.quarterdeck.collect.policy;

import dev.quarterdeck.accounts.roles.Flavour;
import dev.quarterdeck.accounts.roles.Rights;
import dev.quarterdeck.collect.types.Enrichment;
import dev.quarterdeck.collect.types.TypeDefinition;
import dev.quarterdeck.kernel.Json;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The permissions of the role that reads an account: AWS's managed policies to attach, and documents of ours, each short
 * enough for a managed policy. Data reads are denied in both flavours.
 */
public record ReadPolicy(List<String> attach, List<Document> documents) {
    /** IAM's limit for a managed policy; white space does not count. */
    public static final int MAX_CHARACTERS = 6144;

    private static final String VERSION = "2012-10-17";
    private static final List<String> OWN_NEEDS =
            List.of("ec2:DescribeRegions", "iam:GetRole", "iam:SimulatePrincipalPolicy");

    public ReadPolicy {
        attach = List.copyOf(attach);
        documents = List.copyOf(documents);
    }

    /** One managed policy: its name and its JSON. */
    public record Document(String name, Json.Obj policy) {}

    public static ReadPolicy of(Flavour flavour, Collection<TypeDefinition> types, String partition) {
        var deny = document("quarterdeck-read-denies", statement("DenyDataReads", "Deny", DataReads.DENIED));
        return switch (flavour) {
            case STABLE ->
                new ReadPolicy(
                        List.of(
                                "arn:%s:iam::aws:policy/SecurityAudit".formatted(partition),
                                "arn:%s:iam::aws:policy/job-function/ViewOnlyAccess".formatted(partition)),
                        List.of(deny));
            case EXACT -> {
                var documents = new ArrayList<>(allows(actions(types)));
                documents.add(deny);
                yield new ReadPolicy(List.of(), documents);
            }
        };
    }

    /** Every IAM action that reading these types needs, sorted. */
    public static SortedSet<String> actions(Collection<TypeDefinition> types) {
        SortedSet<String> actions = actionsOf(types);
        actions.addAll(OWN_NEEDS);
        return actions;
    }

    /** Of these, the ones that are the types' own, without what the hub needs whatever it reads. */
    public static SortedSet<String> actionsOf(Collection<TypeDefinition> types) {
        var actions = new TreeSet<String>();
        types.stream().flatMap(ReadPolicy::permissions).forEach(actions::add);
        return actions;
    }

    /** As what an account's owner gives to the read role. */
    public Rights rights(String catalogVersion) {
        var byName = new TreeMap<String, Json.Obj>();
        documents.forEach(document -> byName.put(document.name(), document.policy()));
        return new Rights(attach, byName, catalogVersion);
    }

    private static Stream<String> permissions(TypeDefinition type) {
        return Stream.concat(
                        Stream.of(type.listing().ask()),
                        type.enrichments().stream().map(Enrichment::ask))
                .flatMap(ask -> ask.permissions().stream());
    }

    private static List<Document> allows(SortedSet<String> actions) {
        var documents = new ArrayList<Document>();
        var fitting = new ArrayList<String>();
        for (String action : actions) {
            fitting.add(action);
            if (allow(documents.size() + 1, fitting).policy().text().length() > MAX_CHARACTERS) {
                fitting.removeLast();
                documents.add(allow(documents.size() + 1, fitting));
                fitting.clear();
                fitting.add(action);
            }
        }
        documents.add(allow(documents.size() + 1, fitting));
        return documents;
    }

    private static Document allow(int number, List<String> actions) {
        return document("quarterdeck-read-" + number, statement("ReadConfiguration" + number, "Allow", actions));
    }

    private static Document document(String name, Json.Obj statement) {
        var policy = new LinkedHashMap<String, Json>();
        policy.put("Version", Json.of(VERSION));
        policy.put("Statement", Json.of(List.of(statement)));
        return new Document(name, Json.of(policy));
    }

    private static Json.Obj statement(String sid, String effect, List<String> actions) {
        var statement = new LinkedHashMap<String, Json>();
        statement.put("Sid", Json.of(sid));
        statement.put("Effect", Json.of(effect));
        statement.put("Action", Json.of(actions.stream().map(Json::of).toList()));
        statement.put("Resource", Json.of("*"));
        return Json.of(statement);
    }
}
