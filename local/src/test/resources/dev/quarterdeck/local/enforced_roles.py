"""Makes the rendered roles in an account that enforces them, enters them as the hub does, and tries what they may and may not do.

enforced_roles.py ENDPOINT TEMPLATE, on a MiniStack with AUTH=true. Prints, for each try: who, what, and what came of it.
"""

import functools
import json
import sys

import boto3
import botocore.session
from botocore.config import Config
from botocore.exceptions import ClientError

endpoint, template = sys.argv[1:3]
HUB, ACCOUNT = "123456789012", "111122223333"
EXTERNAL_ID = "abcdefghijklmnopqrstuvwxyz234567"
REGION = "eu-west-1"
CONFIG = Config(retries={"total_max_attempts": 1}, s3={"addressing_style": "path"})


# Reading the models of services is what takes long: all sessions share them.
LOADER = botocore.session.get_session().get_component("data_loader")


def session(key, secret, token=None):
    core = botocore.session.get_session()
    core.register_component("data_loader", LOADER)
    return boto3.Session(key, secret, token, region_name=REGION, botocore_session=core)


@functools.cache
def client(who, service):
    return who.client(service, endpoint_url=endpoint, config=CONFIG)


def tried(who, service, operation, **arguments):
    try:
        getattr(client(who, service), operation)(**arguments)
        return "allowed"
    except ClientError as error:
        said = error.response["Error"]
        explicit = "explicit deny" in said.get("Message", "")
        return said["Code"] + (" explicit" if explicit else "")


def tell(name, who, *tries):
    for service, operation, arguments in tries:
        print(name, service, operation, tried(who, service, operation, **arguments))


def assumed(who, role, **more):
    arguments = {"RoleArn": f"arn:aws:iam::{ACCOUNT}:role/{role}", "RoleSessionName": "quarterdeck-test", **more}
    keys = client(who, "sts").assume_role(**arguments)["Credentials"]
    return session(keys["AccessKeyId"], keys["SecretAccessKey"], keys["SessionToken"])


def document(*statements):
    return json.dumps({"Version": "2012-10-17", "Statement": list(statements)})


def allow(action, resource="*"):
    return {"Effect": "Allow", "Action": action, "Resource": resource}


def broker():
    """The hub's account as it is deployed: a user that may be the broker, and the broker that may enter accounts."""
    iam = client(session(HUB, "test"), "iam")
    enter = ["sts:AssumeRole", "sts:SetSourceIdentity"]
    iam.create_user(UserName="starter")
    iam.put_user_policy(UserName="starter", PolicyName="start", PolicyDocument=document(allow(enter)))
    key = iam.create_access_key(UserName="starter")["AccessKey"]
    starts = {"Effect": "Allow", "Principal": {"AWS": f"arn:aws:iam::{HUB}:user/starter"}, "Action": "sts:AssumeRole"}
    iam.create_role(RoleName="quarterdeck-broker", AssumeRolePolicyDocument=document(starts))
    iam.put_role_policy(
        RoleName="quarterdeck-broker",
        PolicyName="enter",
        PolicyDocument=document(allow(enter, "arn:aws:iam::*:role/quarterdeck-*")),
    )
    user = session(key["AccessKeyId"], key["SecretAccessKey"])
    keys = client(user, "sts").assume_role(
        RoleArn=f"arn:aws:iam::{HUB}:role/quarterdeck-broker", RoleSessionName="broker"
    )["Credentials"]
    return user, session(keys["AccessKeyId"], keys["SecretAccessKey"], keys["SessionToken"])


def without_source_identity(text):
    """MiniStack 1.5.33 does not know the key sts:SourceIdentity, so no condition on it holds there; moto's tests judge it."""
    whole = json.loads(text)
    for resource in whole["Resources"].values():
        for statement in resource["Properties"].get("AssumeRolePolicyDocument", {}).get("Statement", []):
            statement["Condition"]["StringLike"].pop("sts:SourceIdentity")
    return json.dumps(whole)


ENTER = {"ExternalId": EXTERNAL_ID, "SourceIdentity": "quarterdeck"}


def entering(user, hub):
    role = {"RoleArn": f"arn:aws:iam::{ACCOUNT}:role/quarterdeck-read", "RoleSessionName": "quarterdeck-test"}
    for name, who, arguments in (
        ("right", hub, {**role, **ENTER}),
        ("without-id", hub, {**role, "SourceIdentity": "quarterdeck"}),
        ("wrong-id", hub, {**role, **ENTER, "ExternalId": "a" * 32}),
        ("other-name", hub, {**role, **ENTER, "RoleSessionName": "somebody"}),
        ("other-principal", user, {**role, **ENTER}),
    ):
        tell("enter-" + name, who, ("sts", "assume_role", arguments))


def planted(owner):
    ec2 = client(owner, "ec2")
    image = ec2.describe_images()["Images"][0]["ImageId"]
    client(owner, "s3").create_bucket(Bucket="orders", CreateBucketConfiguration={"LocationConstraint": REGION})
    client(owner, "s3").put_object(Bucket="orders", Key="one", Body=b"x")
    client(owner, "secretsmanager").create_secret(Name="one", SecretString="x")
    client(owner, "ssm").put_parameter(Name="one", Value="x", Type="String")
    client(owner, "dynamodb").create_table(
        TableName="orders",
        KeySchema=[{"AttributeName": "id", "KeyType": "HASH"}],
        AttributeDefinitions=[{"AttributeName": "id", "AttributeType": "S"}],
        BillingMode="PAY_PER_REQUEST",
    )
    client(owner, "logs").create_log_group(logGroupName="orders")
    client(owner, "logs").create_log_stream(logGroupName="orders", logStreamName="one")
    client(owner, "sns").create_topic(Name="orders")
    iam = client(owner, "iam")
    iam.create_user(UserName="robot")
    return {
        "queue": client(owner, "sqs").create_queue(QueueName="orders")["QueueUrl"],
        "key": client(owner, "kms").create_key()["KeyMetadata"]["KeyId"],
        "group": ec2.create_security_group(GroupName="orders", Description="orders")["GroupId"],
        "instance": ec2.run_instances(ImageId=image, MinCount=1, MaxCount=1)["Instances"][0]["InstanceId"],
        "access_key": iam.create_access_key(UserName="robot")["AccessKey"]["AccessKeyId"],
    }


def reading(role, at):
    queue = {"QueueUrl": at["queue"]}
    tell(
        "read",
        role,
        ("s3", "list_buckets", {}),
        ("s3", "get_bucket_versioning", {"Bucket": "orders"}),
        ("secretsmanager", "list_secrets", {}),
        ("dynamodb", "describe_table", {"TableName": "orders"}),
        ("sqs", "get_queue_attributes", {**queue, "AttributeNames": ["All"]}),
        ("logs", "describe_log_groups", {}),
        ("sns", "list_topics", {}),
        ("kms", "describe_key", {"KeyId": at["key"]}),
        ("ec2", "describe_instances", {}),
        ("iam", "list_users", {}),
    )
    tell(
        "data",
        role,
        ("s3", "get_object", {"Bucket": "orders", "Key": "one"}),
        ("secretsmanager", "get_secret_value", {"SecretId": "one"}),
        ("ssm", "get_parameter", {"Name": "one"}),
        ("ssm", "get_parameters", {"Names": ["one"]}),
        ("ssm", "get_parameters_by_path", {"Path": "/"}),
        ("dynamodb", "get_item", {"TableName": "orders", "Key": {"id": {"S": "1"}}}),
        ("dynamodb", "scan", {"TableName": "orders"}),
        ("sqs", "receive_message", queue),
        ("logs", "get_log_events", {"logGroupName": "orders", "logStreamName": "one"}),
        ("logs", "filter_log_events", {"logGroupName": "orders"}),
        ("lambda", "get_function", {"FunctionName": "orders"}),
        ("kms", "decrypt", {"KeyId": at["key"], "CiphertextBlob": b"x"}),
    )
    tell(
        "write",
        role,
        ("s3", "put_object", {"Bucket": "orders", "Key": "two", "Body": b"x"}),
        ("s3", "delete_bucket", {"Bucket": "orders"}),
        ("sqs", "delete_queue", queue),
        ("ec2", "terminate_instances", {"InstanceIds": [at["instance"]]}),
        ("dynamodb", "delete_table", {"TableName": "orders"}),
        ("kms", "schedule_key_deletion", {"KeyId": at["key"]}),
        *tampering(),
    )


def tampering():
    """What would make a role of the hub more than it is, or hide what it does."""
    trust = document({"Effect": "Allow", "Principal": {"AWS": "*"}, "Action": "sts:AssumeRole"})
    everything = document(allow("*"))
    boundary = f"arn:aws:iam::{ACCOUNT}:policy/quarterdeck-boundary"
    act = {"RoleName": "quarterdeck-act-network"}
    return (
        ("iam", "put_role_policy", {**act, "PolicyName": "more", "PolicyDocument": everything}),
        ("iam", "attach_role_policy", {**act, "PolicyArn": "arn:aws:iam::aws:policy/AdministratorAccess"}),
        ("iam", "update_assume_role_policy", {**act, "PolicyDocument": trust}),
        ("iam", "delete_role_permissions_boundary", act),
        ("iam", "delete_role", {"RoleName": "quarterdeck-read"}),
        ("iam", "create_policy_version", {"PolicyArn": boundary, "PolicyDocument": everything, "SetAsDefault": True}),
        ("iam", "delete_policy", {"PolicyArn": boundary}),
        ("iam", "create_user", {"UserName": "intruder"}),
        ("iam", "create_access_key", {"UserName": "robot"}),
        ("cloudtrail", "stop_logging", {"Name": "trail"}),
        ("cloudtrail", "delete_trail", {"Name": "trail"}),
    )


def acting(hub, owner, at):
    rule = {"IpProtocol": "tcp", "FromPort": 22, "ToPort": 22, "IpRanges": [{"CidrIp": "0.0.0.0/0"}]}
    group = {"GroupId": at["group"], "IpPermissions": [rule]}
    # Nothing of the database family: MiniStack runs databases in Docker.
    own = {
        "network": [
            ("ec2", "authorize_security_group_ingress", group),
            ("ec2", "revoke_security_group_ingress", group),
        ],
        "storage": [
            ("s3", "put_bucket_versioning", {"Bucket": "orders", "VersioningConfiguration": {"Status": "Enabled"}}),
        ],
        "identity": [
            ("iam", "update_access_key", {"UserName": "robot", "AccessKeyId": at["access_key"], "Status": "Inactive"})
        ],
        "compute": [("ec2", "stop_instances", {"InstanceIds": [at["instance"]]})],
        "logging": [("logs", "put_retention_policy", {"logGroupName": "orders", "retentionInDays": 30})],
    }
    for family in own:
        role = assumed(hub, "quarterdeck-act-" + family, **ENTER)
        tell("own-" + family, role, *own[family])
        tell("foreign-" + family, role, *[one for other in own if other != family for one in own[other]])
    print("effect versioning", client(owner, "s3").get_bucket_versioning(Bucket="orders").get("Status"))
    rules = client(owner, "ec2").describe_security_groups(GroupIds=[at["group"]])["SecurityGroups"][0]["IpPermissions"]
    print("effect ingress", len(rules))

    # An owner is careless and gives the role everything: what the boundary keeps from it, it still may not.
    client(owner, "iam").put_role_policy(
        RoleName="quarterdeck-act-network", PolicyName="careless", PolicyDocument=document(allow("*"))
    )
    role = assumed(hub, "quarterdeck-act-network", **ENTER)
    tell("careless", role, ("ec2", "describe_instances", {}))
    tell(
        "bounded",
        role,
        *tampering(),
        ("kms", "schedule_key_deletion", {"KeyId": at["key"]}),
        ("kms", "disable_key", {"KeyId": at["key"]}),
        ("sts", "assume_role", {"RoleArn": f"arn:aws:iam::{ACCOUNT}:role/quarterdeck-read", "RoleSessionName": "quarterdeck-on"}),
        ("organizations", "leave_organization", {}),
    )


def narrowed(hub):
    role = assumed(hub, "quarterdeck-read", **ENTER, Policy=document(allow("sqs:ListQueues")))
    tell("narrowed", role, ("sqs", "list_queues", {}), ("ec2", "describe_instances", {}), ("iam", "list_users", {}))
    wide = assumed(hub, "quarterdeck-read", **ENTER, Policy=document(allow("*")))
    tell("widened", wide, ("sqs", "list_queues", {}), ("sqs", "create_queue", {"QueueName": "more"}))


def simulated(owner, template):
    """What the emulator does not serve, by its simulation of the role's policies (it leaves boundaries out)."""
    resources = json.loads(template)["Resources"].values()
    policies = [one["Properties"]["PolicyDocument"] for one in resources if one["Type"] == "AWS::IAM::ManagedPolicy"]
    named = {"Allow": [], "Deny": []}
    for statement in (one for policy in policies for one in policy["Statement"]):
        actions = statement["Action"] if isinstance(statement["Action"], list) else [statement["Action"]]
        if statement.get("Sid", "").startswith(("ReadConfiguration", "DenyDataReads")):
            named[statement["Effect"]] += [action.replace("*", "") for action in actions if not action.endswith(":*")]
    writes = ["ec2:TerminateInstances", "s3:PutObject", "iam:CreateUser", "rds:DeleteDBInstance", "sts:AssumeRole"]
    for name, actions in (("allowed", named["Allow"]), ("explicitDeny", named["Deny"]), ("implicitDeny", writes)):
        results = []
        for start in range(0, len(actions), 100):
            results += client(owner, "iam").simulate_principal_policy(
                PolicySourceArn=f"arn:aws:iam::{ACCOUNT}:role/quarterdeck-read", ActionNames=actions[start : start + 100]
            )["EvaluationResults"]
        other = [one["EvalActionName"] for one in results if one["EvalDecision"] != name]
        print("simulated", name, len(results), "otherwise", ",".join(other) or "none")


def bounded(owner, text):
    """MiniStack's CloudFormation drops the boundary of a role: it is put where the template says."""
    for resource in json.loads(text)["Resources"].values():
        if "PermissionsBoundary" in resource["Properties"]:
            client(owner, "iam").put_role_permissions_boundary(
                RoleName=resource["Properties"]["RoleName"],
                PermissionsBoundary=f"arn:aws:iam::{ACCOUNT}:policy/quarterdeck-boundary",
            )


owner = session(ACCOUNT, "test")
with open(template) as file:
    text = file.read()
client(owner, "cloudformation").create_stack(
    StackName="quarterdeck", TemplateBody=without_source_identity(text), Capabilities=["CAPABILITY_NAMED_IAM"]
)
client(owner, "cloudformation").get_waiter("stack_create_complete").wait(
    StackName="quarterdeck", WaiterConfig={"Delay": 1, "MaxAttempts": 20}
)
bounded(owner, text)
user, hub = broker()
entering(user, hub)
at = planted(owner)
reader = assumed(hub, "quarterdeck-read", **ENTER)
reading(reader, at)
narrowed(hub)
acting(hub, owner, at)
simulated(owner, text)
keys = reader.get_credentials()
print("session", keys.access_key, keys.secret_key, keys.token)
