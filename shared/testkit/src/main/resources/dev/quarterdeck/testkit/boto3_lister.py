"""What is in emulated accounts, according to boto3: the independent witness that a scan is held to.

    boto3_lister.py ENDPOINT REGION[,REGION...] < entrances

Standard input: key id and secret of the hub, then role ARN and external id of each account, a pair a line.
Standard output: account, region, type and native id of one resource a line, between tabs. It knows nothing of the
catalog.
"""

from __future__ import annotations

import re
import sys

import boto3
import jmespath
from botocore.config import Config

HOME = "us-east-1"
GLOBAL = "global"

# type -> service, operation, arguments, JMESPath of the ids
REGIONAL = {
    "AWS::AutoScaling::AutoScalingGroup": (
        "autoscaling", "describe_auto_scaling_groups", {}, "AutoScalingGroups[].AutoScalingGroupName"),
    "AWS::AutoScaling::LaunchConfiguration": (
        "autoscaling", "describe_launch_configurations", {}, "LaunchConfigurations[].LaunchConfigurationName"),
    "AWS::AutoScaling::ScalingPolicy": ("autoscaling", "describe_policies", {}, "ScalingPolicies[].PolicyARN"),
    "AWS::CloudFormation::Stack": ("cloudformation", "describe_stacks", {}, "Stacks[].StackId"),
    "AWS::CloudTrail::Trail": ("cloudtrail", "describe_trails", {"includeShadowTrails": False}, "trailList[].Name"),
    "AWS::CloudWatch::Alarm": ("cloudwatch", "describe_alarms", {}, "MetricAlarms[].AlarmName"),
    "AWS::CloudWatch::CompositeAlarm": (
        "cloudwatch", "describe_alarms", {"AlarmTypes": ["CompositeAlarm"]}, "CompositeAlarms[].AlarmName"),
    "AWS::DynamoDB::Table": ("dynamodb", "list_tables", {}, "TableNames"),
    "AWS::EC2::EIP": ("ec2", "describe_addresses", {}, "Addresses[].join('|', [PublicIp, AllocationId])"),
    "AWS::EC2::FlowLog": ("ec2", "describe_flow_logs", {}, "FlowLogs[].FlowLogId"),
    "AWS::EC2::Image": ("ec2", "describe_images", {"Owners": ["self"]}, "Images[].ImageId"),
    "AWS::EC2::Instance": ("ec2", "describe_instances", {}, "Reservations[].Instances[].InstanceId"),
    "AWS::EC2::InternetGateway": ("ec2", "describe_internet_gateways", {}, "InternetGateways[].InternetGatewayId"),
    "AWS::EC2::KeyPair": ("ec2", "describe_key_pairs", {}, "KeyPairs[].KeyName"),
    "AWS::EC2::LaunchTemplate": ("ec2", "describe_launch_templates", {}, "LaunchTemplates[].LaunchTemplateId"),
    "AWS::EC2::NatGateway": ("ec2", "describe_nat_gateways", {}, "NatGateways[].NatGatewayId"),
    "AWS::EC2::NetworkAcl": ("ec2", "describe_network_acls", {}, "NetworkAcls[].NetworkAclId"),
    "AWS::EC2::NetworkInterface": ("ec2", "describe_network_interfaces", {}, "NetworkInterfaces[].NetworkInterfaceId"),
    "AWS::EC2::RouteTable": ("ec2", "describe_route_tables", {}, "RouteTables[].RouteTableId"),
    "AWS::EC2::SecurityGroup": ("ec2", "describe_security_groups", {}, "SecurityGroups[].GroupId"),
    "AWS::EC2::Snapshot": ("ec2", "describe_snapshots", {"OwnerIds": ["self"]}, "Snapshots[].SnapshotId"),
    "AWS::EC2::Subnet": ("ec2", "describe_subnets", {}, "Subnets[].SubnetId"),
    "AWS::EC2::VPC": ("ec2", "describe_vpcs", {}, "Vpcs[].VpcId"),
    "AWS::EC2::VPCEndpoint": ("ec2", "describe_vpc_endpoints", {}, "VpcEndpoints[].VpcEndpointId"),
    "AWS::EC2::VPCPeeringConnection": (
        "ec2", "describe_vpc_peering_connections", {}, "VpcPeeringConnections[].VpcPeeringConnectionId"),
    "AWS::EC2::Volume": ("ec2", "describe_volumes", {}, "Volumes[].VolumeId"),
    "AWS::ECR::Repository": ("ecr", "describe_repositories", {}, "repositories[].repositoryName"),
    "AWS::ECS::Cluster": ("ecs", "list_clusters", {}, "clusterArns"),
    "AWS::EKS::Cluster": ("eks", "list_clusters", {}, "clusters"),
    "AWS::ElasticLoadBalancingV2::LoadBalancer": (
        "elbv2", "describe_load_balancers", {}, "LoadBalancers[].LoadBalancerArn"),
    "AWS::ElasticLoadBalancingV2::TargetGroup": ("elbv2", "describe_target_groups", {}, "TargetGroups[].TargetGroupArn"),
    "AWS::Events::EventBus": ("events", "list_event_buses", {}, "EventBuses[].Name"),
    "AWS::KMS::Alias": ("kms", "list_aliases", {}, "Aliases[].AliasName"),
    "AWS::KMS::Key": ("kms", "list_keys", {}, "Keys[].KeyId"),
    "AWS::Lambda::EventSourceMapping": ("lambda", "list_event_source_mappings", {}, "EventSourceMappings[].UUID"),
    "AWS::Lambda::Function": ("lambda", "list_functions", {}, "Functions[].FunctionName"),
    "AWS::Logs::LogGroup": ("logs", "describe_log_groups", {}, "logGroups[].logGroupName"),
    "AWS::Logs::MetricFilter": (
        "logs", "describe_metric_filters", {}, "metricFilters[].join('|', [logGroupName, filterName])"),
    "AWS::Logs::ResourcePolicy": ("logs", "describe_resource_policies", {}, "resourcePolicies[].policyName"),
    "AWS::RDS::DBCluster": ("rds", "describe_db_clusters", {}, "DBClusters[].DBClusterIdentifier"),
    "AWS::RDS::DBClusterSnapshot": (
        "rds", "describe_db_cluster_snapshots", {}, "DBClusterSnapshots[].DBClusterSnapshotIdentifier"),
    "AWS::RDS::DBInstance": ("rds", "describe_db_instances", {}, "DBInstances[].DBInstanceIdentifier"),
    "AWS::RDS::DBSnapshot": ("rds", "describe_db_snapshots", {}, "DBSnapshots[].DBSnapshotIdentifier"),
    "AWS::SNS::Subscription": ("sns", "list_subscriptions", {}, "Subscriptions[].SubscriptionArn"),
    "AWS::SNS::Topic": ("sns", "list_topics", {}, "Topics[].TopicArn"),
    "AWS::SQS::Queue": ("sqs", "list_queues", {}, "QueueUrls"),
    "AWS::SSM::Parameter": ("ssm", "describe_parameters", {}, "Parameters[].Name"),
    "AWS::SecretsManager::Secret": ("secretsmanager", "list_secrets", {}, "SecretList[].ARN"),
    "AWS::StepFunctions::StateMachine": ("stepfunctions", "list_state_machines", {}, "stateMachines[].stateMachineArn"),
}
ONCE = {
    "AWS::IAM::Group": ("iam", "list_groups", {}, "Groups[].GroupName"),
    "AWS::IAM::InstanceProfile": ("iam", "list_instance_profiles", {}, "InstanceProfiles[].InstanceProfileName"),
    "AWS::IAM::ManagedPolicy": ("iam", "list_policies", {"Scope": "Local"}, "Policies[].Arn"),
    "AWS::IAM::OIDCProvider": (
        "iam", "list_open_id_connect_providers", {}, "OpenIDConnectProviderList[].Arn"),
    "AWS::IAM::Role": ("iam", "list_roles", {}, "Roles[].RoleName"),
    "AWS::IAM::SAMLProvider": ("iam", "list_saml_providers", {}, "SAMLProviderList[].Arn"),
    "AWS::IAM::ServerCertificate": (
        "iam", "list_server_certificates", {}, "ServerCertificateMetadataList[].ServerCertificateName"),
    "AWS::IAM::User": ("iam", "list_users", {}, "Users[].UserName"),
    "AWS::Route53::HostedZone": ("route53", "list_hosted_zones", {}, "HostedZones[].Id"),
    "AWS::IAM::VirtualMFADevice": ("iam", "list_virtual_mfa_devices", {}, "VirtualMFADevices[].SerialNumber"),
}


class Account:
    """One account, entered by its role."""

    def __init__(self, endpoint: str, hub: list[str], role_arn: str, external_id: str):
        self.endpoint, self.id, self.clients = endpoint, role_arn.split(":")[4], {}
        keys = client_of(boto3.Session(*hub), "sts", HOME, endpoint).assume_role(
            RoleArn=role_arn, ExternalId=external_id, RoleSessionName="witness")["Credentials"]
        self.session = boto3.Session(keys["AccessKeyId"], keys["SecretAccessKey"], keys["SessionToken"])

    def client(self, service: str, region: str):
        if (service, region) not in self.clients:
            self.clients[service, region] = client_of(self.session, service, region, self.endpoint)
        return self.clients[service, region]

    def ask(self, region: str, service: str, operation: str, arguments: dict, expression: str) -> list:
        client = self.client(service, region)
        if client.can_paginate(operation):
            pages = client.get_paginator(operation).paginate(**arguments)
        else:
            pages = [getattr(client, operation)(**arguments)]
        return [found for page in pages for found in jmespath.search(expression, page) or []]


def client_of(session, service: str, region: str, endpoint: str):
    config = Config(retries={"total_max_attempts": 1}, s3={"addressing_style": "path"})
    client = session.client(service, region_name=region, endpoint_url=endpoint, config=config)
    client.meta.events.register("before-sign.s3-control", without_host_prefix)
    return client


def without_host_prefix(request, **_):
    request.url = re.sub(r"//\d{12}\.", "//", request.url)


def last(arn: str) -> str:
    return arn.rpartition("/")[2]


def regional(account: Account, region: str):
    for kind, row in REGIONAL.items():
        for found in account.ask(region, *row):
            yield kind, last(found) if kind == "AWS::ECS::Cluster" else found
    yield "AWS::EC2::AccountSettings", account.id
    for cluster in account.ask(region, *REGIONAL["AWS::EKS::Cluster"]):
        for group in account.ask(region, "eks", "list_nodegroups", {"clusterName": cluster}, "nodegroups"):
            yield "AWS::EKS::Nodegroup", f"{cluster}/{group}"
    for balancer in account.ask(region, *REGIONAL["AWS::ElasticLoadBalancingV2::LoadBalancer"]):
        for arn in account.ask(region, "elbv2", "describe_listeners", {"LoadBalancerArn": balancer}, "Listeners[].ListenerArn"):
            yield "AWS::ElasticLoadBalancingV2::Listener", arn
    for bus in account.ask(region, *REGIONAL["AWS::Events::EventBus"]):
        for arn in account.ask(region, "events", "list_rules", {"EventBusName": bus}, "Rules[].Arn"):
            yield "AWS::Events::Rule", arn
    tasks = set()
    for cluster in account.ask(region, *REGIONAL["AWS::ECS::Cluster"]):
        services = account.ask(region, "ecs", "list_services", {"cluster": cluster}, "serviceArns")
        for service in services:
            yield "AWS::ECS::Service", f"{service}|{last(cluster)}"
            described = account.client("ecs", region).describe_services(cluster=cluster, services=[service])
            tasks.update(one["taskDefinition"] for one in described["services"])
    for task in tasks:
        yield "AWS::ECS::TaskDefinition", task


def buckets(account: Account):
    s3 = account.client("s3", HOME)
    for bucket in s3.list_buckets()["Buckets"]:
        location = s3.get_bucket_location(Bucket=bucket["Name"])["LocationConstraint"]
        yield location or HOME, "AWS::S3::Bucket", bucket["Name"]


def once(account: Account):
    for kind, row in ONCE.items():
        for found in account.ask(HOME, *row):
            yield kind, last(found) if kind == "AWS::Route53::HostedZone" else found
    for user in account.ask(HOME, *ONCE["AWS::IAM::User"]):
        arguments = {"UserName": user}
        for key in account.ask(HOME, "iam", "list_access_keys", arguments, "AccessKeyMetadata[].AccessKeyId"):
            yield "AWS::IAM::AccessKey", key
    for zone in account.ask(HOME, *ONCE["AWS::Route53::HostedZone"]):
        expression = "ResourceRecordSets[].[Name, Type, SetIdentifier]"
        for name, kind, _ in account.ask(HOME, "route53", "list_resource_record_sets", {"HostedZoneId": zone}, expression):
            yield "AWS::Route53::RecordSet", f"{last(zone)}|{name}|{kind}"
    for kind in "S3::AccountPublicAccessBlock", "IAM::AccountSummary", "IAM::AccountPasswordPolicy":
        yield f"AWS::{kind}", account.id
    yield from organization(account)


def organization(account: Account):
    """Itself; and to the management account its accounts, units and policies."""
    described = account.client("organizations", HOME).describe_organization()["Organization"]
    yield "AWS::Organizations::Organization", described["Id"]
    if described["MasterAccountId"] != account.id:
        return
    for member in account.ask(HOME, "organizations", "list_accounts", {}, "Accounts[].Id"):
        yield "AWS::Organizations::Account", member
    arguments = {"Filter": "SERVICE_CONTROL_POLICY"}
    for policy in account.ask(HOME, "organizations", "list_policies", arguments, "Policies[].Id"):
        yield "AWS::Organizations::Policy", policy
    parents = account.ask(HOME, "organizations", "list_roots", {}, "Roots[].Id")
    yield from (("AWS::Organizations::Root", root) for root in parents)
    while parents:
        arguments = {"ParentId": parents.pop()}
        units = account.ask(
            HOME, "organizations", "list_organizational_units_for_parent", arguments, "OrganizationalUnits[].Id")
        parents += units
        yield from (("AWS::Organizations::OrganizationalUnit", unit) for unit in units)


def witness(account: Account, regions: list[str]):
    for region in regions:
        for kind, found in regional(account, region):
            yield region, kind, found
    for kind, found in once(account):
        yield GLOBAL, kind, found
    yield from buckets(account)


def main() -> None:
    endpoint, regions = sys.argv[1], sys.argv[2].split(",")
    hub, *entrances = (line.split() for line in sys.stdin)
    for role_arn, external_id in entrances:
        account = Account(endpoint, hub, role_arn, external_id)
        for region, kind, found in witness(account, regions):
            print(account.id, region, kind, found, sep="\t")


if __name__ == "__main__":
    main()
