package dev.quarterdeck.infra;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Annotations;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Size;
import software.amazon.awscdk.services.iam.IRole;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.lambda.Alias;
import software.amazon.awscdk.services.lambda.Architecture;
import software.amazon.awscdk.services.lambda.Code;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.lambda.Runtime;
import software.amazon.awscdk.services.lambda.SnapStartConf;
import software.amazon.awscdk.services.lambda.Tracing;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.logs.RetentionDays;
import software.constructs.Construct;

/** A Lambda function as this product runs them all: Java 25, arm64, SnapStart where that can be, behind an alias, traced, its own log. */
final class HubFunction extends Construct {
    /** Callers use the alias: only published versions have a snapshot to start from. */
    static final String ALIAS = "live";

    private final Alias live;

    /** What makes one of these: its entry, its zip, its role, and the values of what the entry's environment names. */
    record Settings(FunctionEntry entry, Code code, IRole role, Map<String, String> values) {
        Settings {
            values = Map.copyOf(values);
        }
    }

    HubFunction(Construct scope, Settings settings) {
        super(scope, settings.entry().name());
        FunctionEntry entry = settings.entry();
        var begun = Function.Builder.create(this, "Function")
                .functionName(entry.deployedName())
                .description(entry.purpose())
                .runtime(Runtime.JAVA_25)
                .architecture(Architecture.ARM_64)
                .handler(entry.code().handler())
                .code(settings.code())
                .memorySize(entry.size().memoryMiB())
                .timeout(Duration.seconds(entry.size().timeoutSeconds()))
                .role(settings.role())
                .environment(Environment.of(entry, settings.values()))
                .tracing(Tracing.ACTIVE)
                .logGroup(log(entry));
        Function function = started(begun, entry.size()).build();
        Annotations.of(function)
                .acknowledgeWarning("@aws-cdk/aws-lambda:snapStartRequirePublish", "the alias is a published version");
        live = Alias.Builder.create(this, "Live")
                .aliasName(ALIAS)
                .version(function.getCurrentVersion())
                .build();
    }

    /** The published version that callers get. */
    Alias live() {
        return live;
    }

    private static Function.Builder started(Function.Builder function, FunctionEntry.Size size) {
        return size.hasSnapshot()
                ? function.snapStart(SnapStartConf.ON_PUBLISHED_VERSIONS)
                : function.ephemeralStorageSize(Size.mebibytes(size.storageMiB()));
    }

    /** A role of this function's own; its rights are part of it, so that what is retained is retained whole. */
    static Role role(Construct scope, String id, FunctionEntry entry, List<Grant> grants) {
        return Grant.role(
                Role.Builder.create(scope, id)
                        .roleName(entry.deployedName())
                        .description(entry.purpose())
                        .assumedBy(new ServicePrincipal("lambda.amazonaws.com")),
                grants);
    }

    static String logName(FunctionEntry entry) {
        return "/aws/lambda/" + entry.deployedName();
    }

    private LogGroup log(FunctionEntry entry) {
        return LogGroup.Builder.create(this, "Log")
                .logGroupName(logName(entry))
                .retention(RetentionDays.THREE_MONTHS)
                .removalPolicy(RemovalPolicy.DESTROY)
                .build();
    }
}
