package dev.quarterdeck.infra;

import io.github.cdklabs.cdknag.AwsSolutionsChecks;
import java.util.Map;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.Aspects;
import software.amazon.awscdk.Tags;
import software.amazon.awscdk.cxapi.CloudAssembly;

/** The whole hub as a CDK app, checked by cdk-nag as it is made. */
final class Hub {
    static final String DATA = "QuarterdeckData";
    static final String BROKER = "QuarterdeckBroker";
    static final String API = "QuarterdeckApi";

    private static final Map<String, Object> FLAGS = Map.of(
            "@aws-cdk/aws-s3:serverAccessLogsUseBucketPolicy", true,
            "@aws-cdk/core:defaultCrossStackReferences", "strong",
            "@aws-cdk/aws-iam:minimizePolicies", true);

    private final App app;

    Hub(AppProps.Builder props) {
        app = new App(props.postCliContext(FLAGS).build());
        Manifest manifest = Manifest.shipped();
        var data = new DataStack(app, DATA);
        var broker = new BrokerStack(app, BROKER, manifest.only(Permission.ROLES), new Grants(data, manifest));
        var _ = new ApiStack(app, API, new ApiStack.Ground(manifest, HubSettings.from(app.getNode()), data, broker));
        Tags.of(app).add("application", "quarterdeck");
        Aspects.of(app).add(new AwsSolutionsChecks());
    }

    CloudAssembly synth() {
        return app.synth();
    }
}
