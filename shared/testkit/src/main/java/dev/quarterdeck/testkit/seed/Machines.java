package dev.quarterdeck.testkit.seed;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.List;
import java.util.Map;

/** EC2: instances with their volumes, snapshots and images, launch templates, groups that scale. */
final class Machines {
    private static final String KEY_PAIR = "operations";

    private final Site site;
    private final Network.Laid network;
    private final String image;

    Machines(Site site, Network.Laid network) {
        this.site = site;
        this.network = network;
        this.image = baseImage(site);
    }

    void plant() {
        site.ask(
                "ec2",
                "CreateKeyPair",
                Map.of("KeyName", KEY_PAIR, "TagSpecifications", Tags.ec2("key-pair", KEY_PAIR)));
        bastion();
        site.tenant().workloads().forEach(this::plant);
        legacy();
        giveAway(snapshot(Workload.ALL.getLast(), volume(Workload.ALL.getLast(), false)));
        if (!site.tenant().isManagement()) {
            site.ask("ec2", "EnableEbsEncryptionByDefault", Map.of());
        }
    }

    private void plant(Workload workload) {
        String template = launchTemplate(workload);
        String instance = instance(workload, "worker", network.privateSubnets().getFirst());
        String volume = dataVolume(workload, instance);
        snapshot(workload, volume);
        image(workload, instance);
        if (workload.external()) {
            scalingGroup(workload, template);
        } else {
            site.ask("ec2", "StopInstances", Map.of("InstanceIds", List.of(instance)));
        }
    }

    private static String baseImage(Site site) {
        var input = Map.of(
                "Name", "tidewater-base",
                "Architecture", "x86_64",
                "RootDeviceName", "/dev/xvda",
                "VirtualizationType", "hvm",
                "TagSpecifications", Tags.ec2("image", "base"));
        return site.ask("ec2", "RegisterImage", input).text("ImageId");
    }

    private void bastion() {
        String instance = instance(
                Workload.ALL.getFirst(), "bastion", network.publicSubnets().getFirst());
        String address = site.ask(
                        "ec2",
                        "AllocateAddress",
                        Map.of("Domain", "vpc", "TagSpecifications", Tags.ec2("elastic-ip", "bastion")))
                .text("AllocationId");
        site.ask("ec2", "AssociateAddress", Map.of("AllocationId", address, "InstanceId", instance));
        site.ask(
                "ec2",
                "CreateNetworkInterface",
                Map.of(
                        "SubnetId", network.privateSubnets().getLast(),
                        "Groups", List.of(network.appGroup()),
                        "Description", "kept from an appliance that was retired",
                        "TagSpecifications", Tags.ec2("network-interface", "appliance")));
    }

    private void legacy() {
        site.ask(
                "autoscaling",
                "CreateLaunchConfiguration",
                Map.of(
                        "LaunchConfigurationName",
                        "legacy",
                        "ImageId",
                        image,
                        "InstanceType",
                        "t2.micro",
                        "SecurityGroups",
                        List.of(network.appGroup())));
    }

    private String launchTemplate(Workload workload) {
        var data = Map.of(
                "ImageId", image,
                "InstanceType", "t3.medium",
                "SecurityGroupIds", List.of(network.appGroup()),
                "MetadataOptions", Map.of("HttpTokens", "required"),
                "UserData", userData(workload));
        var input = Map.of(
                "LaunchTemplateName", workload.name(),
                "LaunchTemplateData", data,
                "TagSpecifications", Tags.ec2("launch-template", site, workload, workload.name()));
        return site.ask("ec2", "CreateLaunchTemplate", input).text("LaunchTemplate.LaunchTemplateId");
    }

    private String instance(Workload workload, String role, String subnet) {
        var input = Map.of(
                "ImageId",
                image,
                "InstanceType",
                "t3.small",
                "MinCount",
                1,
                "MaxCount",
                1,
                "KeyName",
                KEY_PAIR,
                "SubnetId",
                subnet,
                "SecurityGroupIds",
                List.of(network.appGroup()),
                "UserData",
                userData(workload),
                "TagSpecifications",
                Tags.ec2("instance", site, workload, workload.name() + "-" + role));
        return site.ask("ec2", "RunInstances", input).text("Instances.0.InstanceId");
    }

    private static String userData(Workload workload) {
        String script = "#!/bin/sh\nexport DATABASE_PASSWORD=%s\n".formatted(Canary.of("user-data-" + workload.name()));
        return Base64.getEncoder().encodeToString(script.getBytes(UTF_8));
    }

    private String dataVolume(Workload workload, String instance) {
        String volume = volume(workload, true);
        site.ask("ec2", "AttachVolume", Map.of("VolumeId", volume, "InstanceId", instance, "Device", "/dev/sdf"));
        return volume;
    }

    private String volume(Workload workload, boolean encrypted) {
        var input = Map.of(
                "AvailabilityZone",
                site.region() + "a",
                "Size",
                100,
                "VolumeType",
                encrypted ? "gp3" : "gp2",
                "Encrypted",
                encrypted,
                "TagSpecifications",
                Tags.ec2("volume", site, workload, workload.name() + "-data"));
        return site.ask("ec2", "CreateVolume", input).text("VolumeId");
    }

    private String snapshot(Workload workload, String volume) {
        var input = Map.of(
                "VolumeId",
                volume,
                "Description",
                "before the last release of " + workload.name(),
                "TagSpecifications",
                Tags.ec2("snapshot", site, workload, workload.name()));
        return site.ask("ec2", "CreateSnapshot", input).text("SnapshotId");
    }

    /** AWS shares with everybody only what is not encrypted. */
    private void giveAway(String snapshot) {
        site.ask(
                "ec2",
                "ModifySnapshotAttribute",
                Map.of(
                        "SnapshotId",
                        snapshot,
                        "Attribute",
                        "createVolumePermission",
                        "OperationType",
                        "add",
                        "GroupNames",
                        List.of("all")));
    }

    private void image(Workload workload, String instance) {
        site.ask(
                "ec2",
                "CreateImage",
                Map.of(
                        "InstanceId",
                        instance,
                        "Name",
                        workload.name() + "-golden",
                        "NoReboot",
                        true,
                        "TagSpecifications",
                        Tags.ec2("image", site, workload, workload.name())));
    }

    private void scalingGroup(Workload workload, String template) {
        site.ask(
                "autoscaling",
                "CreateAutoScalingGroup",
                Map.of(
                        "AutoScalingGroupName", workload.name(),
                        "LaunchTemplate", Map.of("LaunchTemplateId", template, "Version", "$Latest"),
                        "MinSize", 1,
                        "MaxSize", 4,
                        "DesiredCapacity", 2,
                        "VPCZoneIdentifier", String.join(",", network.privateSubnets()),
                        "Tags", List.of(Map.of("Key", "team", "Value", workload.team(), "PropagateAtLaunch", true))));
        site.ask(
                "autoscaling",
                "PutScalingPolicy",
                Map.of(
                        "AutoScalingGroupName",
                        workload.name(),
                        "PolicyName",
                        workload.name() + "-out",
                        "PolicyType",
                        "SimpleScaling",
                        "AdjustmentType",
                        "ChangeInCapacity",
                        "ScalingAdjustment",
                        1));
    }
}
