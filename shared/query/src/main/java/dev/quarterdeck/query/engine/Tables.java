package dev.quarterdeck.query.engine;

import dev.quarterdeck.inventory.asking.Sheet;
import dev.quarterdeck.inventory.asking.SqlSchema.Column;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The tables that people see, column by column. Columns that a source does not have are null. */
public final class Tables {
    private static final List<Column> RESOURCES = Stream.of(
                    texts(
                            "uid: the hub's name of it, the same in every scan",
                            "arn",
                            "native_id: CloudFormation's primary identifier"),
                    texts(
                            "type: CloudFormation's name, as AWS::EC2::Instance",
                            "service: as ec2",
                            "name",
                            "account_id",
                            "account_name"),
                    texts(
                            "ou_path: where the account stands in the organization",
                            "environment: what the hub says the account is for"),
                    texts(
                            "region: global for global services",
                            "az",
                            "state",
                            "origin: customer, aws-default or aws-managed"),
                    texts(
                            "public: yes, no or unknown",
                            "encrypted: yes, no or unknown",
                            "managed_by: as cloudformation",
                            "stack"),
                    texts("team_id", "owner_source"),
                    of("TIMESTAMP", "created_at: UTC"),
                    texts("created_by"),
                    of("TIMESTAMP", "first_seen", "last_seen", "changed_at", "looked_at: when its list was read"),
                    texts("source", "depth: deep or shallow"),
                    of("MAP(VARCHAR, VARCHAR)", "tags: the customer's, as tags['app']"),
                    of("DECIMAL(38,9)", "cost_30d"),
                    texts("currency"),
                    of(
                            "JSON",
                            "identifiers: addresses, DNS names, key ids: a list of kind and value",
                            "config: what AWS answered, as config->>'$.InstanceType'"))
            .flatMap(columns -> columns)
            .toList();

    private static final List<Column> EDGES = Stream.of(
                    texts(
                            "from_uid: the resource that names the other",
                            "rel: how, as encrypted-by",
                            "to_uid: null where the other was not found"),
                    texts("to_arn: the ARN or id by which it is named", "to_account_id"),
                    of("BOOLEAN", "dangling: the other was not found"),
                    texts("via: where in config it is named"))
            .flatMap(columns -> columns)
            .toList();

    private static final List<Column> COVERAGE = Stream.of(
                    texts(
                            "account_id",
                            "region: global for global services, * for a whole account",
                            "type: null for all types"),
                    texts(
                            "status: looked, denied, barred, throttled, unsupported, opted-out, failed or stale",
                            "reason: why not"),
                    texts("blocked_by: the policy that bars it", "missing_action: the IAM actions that are missing"),
                    of("BIGINT", "count: how many resources were found"),
                    of("TIMESTAMP", "looked_at"),
                    texts("source"))
            .flatMap(columns -> columns)
            .toList();

    private static final List<Column> ACCOUNTS = Stream.of(
                    texts("account_id", "name", "org_id", "ou_id", "ou_path", "state: as active, pending or paused"),
                    of("BOOLEAN", "is_management: of the organization"),
                    texts("partition: as aws or aws-cn", "environment", "team_id"),
                    of("MAP(VARCHAR, VARCHAR)", "tags: as the hub's register has them"),
                    of("VARCHAR[]", "regions: that are enabled, as far as is known"),
                    of("TIMESTAMP", "last_scan_at: null where it was never scanned"))
            .flatMap(columns -> columns)
            .toList();

    private static final List<Column> CHANGES = Stream.of(
                    texts("uid", "type", "account_id", "account_name", "region", "name"),
                    texts(
                            "kind: created, changed, deleted, missing, reappeared or re-made",
                            "path: the field; null where the whole resource is meant"),
                    of("JSON", "old", "new"),
                    of("TIMESTAMP", "at_from: it was last seen as it had been", "at_to: it was first seen as it is"),
                    texts("actor: who did it; unknown as long as no events of AWS are read", "scan_id"))
            .flatMap(columns -> columns)
            .toList();

    private Tables() {}

    public static List<Column> of(Sheet sheet) {
        return switch (sheet) {
            case RESOURCES -> RESOURCES;
            case EDGES -> EDGES;
            case COVERAGE -> COVERAGE;
            case ACCOUNTS -> ACCOUNTS;
            case CHANGES -> CHANGES;
        };
    }

    private static Stream<Column> texts(String... columns) {
        return of("VARCHAR", columns);
    }

    private static Stream<Column> of(String type, String... columns) {
        return Stream.of(columns).map(text -> {
            String[] halves = text.split(": ", 2);
            return new Column(halves[0], type, halves.length == 1 ? "" : halves[1]);
        });
    }

    /** Makes the table; {@code more} are columns that nobody sees. */
    static String create(Sheet sheet, String more) {
        return of(sheet).stream()
                .map(column -> "\"%s\" %s".formatted(column.name(), column.type()))
                .collect(Collectors.joining(", ", "CREATE TABLE %s (%s".formatted(sheet, more), ")"));
    }
}
