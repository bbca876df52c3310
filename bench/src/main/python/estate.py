"""The seeded estate, read by Quarterdeck, by Cloud Custodian and by a plain boto3 lister in one run: requests, CPU, memory.

    estate.py --root ROOT --work FOLDER --custodian PATH [--replay]

Each reader is a process of its own, start included; CPU is its user and system time, memory its greatest resident set.
Then the answers are recorded and served again with ten times as many pages, to see what reading costs once started;
--replay does this alone, with what an earlier run recorded.
"""

import argparse
import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections import Counter
from pathlib import Path

REGIONS = ["eu-west-1", "us-east-1"]
# Cloud Custodian's name -> ours, of every type that both list. Without queues and hosted zones: Custodian 0.9.53 ends with
# an error at them on moto (it asks a queue at the host of its URL, past the counter; zones lack a field).
TYPES = {
    "ec2": "AWS::EC2::Instance",
    "ebs": "AWS::EC2::Volume",
    "ebs-snapshot": "AWS::EC2::Snapshot",
    "ami": "AWS::EC2::Image",
    "security-group": "AWS::EC2::SecurityGroup",
    "vpc": "AWS::EC2::VPC",
    "subnet": "AWS::EC2::Subnet",
    "route-table": "AWS::EC2::RouteTable",
    "internet-gateway": "AWS::EC2::InternetGateway",
    "nat-gateway": "AWS::EC2::NatGateway",
    "network-acl": "AWS::EC2::NetworkAcl",
    "eni": "AWS::EC2::NetworkInterface",
    "elastic-ip": "AWS::EC2::EIP",
    "vpc-endpoint": "AWS::EC2::VPCEndpoint",
    "peering-connection": "AWS::EC2::VPCPeeringConnection",
    "launch-template-version": "AWS::EC2::LaunchTemplate",
    "key-pair": "AWS::EC2::KeyPair",
    "asg": "AWS::AutoScaling::AutoScalingGroup",
    "app-elb": "AWS::ElasticLoadBalancingV2::LoadBalancer",
    "app-elb-target-group": "AWS::ElasticLoadBalancingV2::TargetGroup",
    "s3": "AWS::S3::Bucket",
    "iam-user": "AWS::IAM::User",
    "iam-group": "AWS::IAM::Group",
    "iam-role": "AWS::IAM::Role",
    "iam-policy": "AWS::IAM::ManagedPolicy",
    "iam-profile": "AWS::IAM::InstanceProfile",
    "lambda": "AWS::Lambda::Function",
    "rds": "AWS::RDS::DBInstance",
    "rds-cluster": "AWS::RDS::DBCluster",
    "rds-snapshot": "AWS::RDS::DBSnapshot",
    "dynamodb-table": "AWS::DynamoDB::Table",
    "sns": "AWS::SNS::Topic",
    "sns-subscription": "AWS::SNS::Subscription",
    "kms": "AWS::KMS::Alias",
    "kms-key": "AWS::KMS::Key",
    "secrets-manager": "AWS::SecretsManager::Secret",
    "ssm-parameter": "AWS::SSM::Parameter",
    "alarm": "AWS::CloudWatch::Alarm",
    "log-group": "AWS::Logs::LogGroup",
    "cloudtrail": "AWS::CloudTrail::Trail",
    "ecr": "AWS::ECR::Repository",
    "ecs": "AWS::ECS::Cluster",
    "ecs-service": "AWS::ECS::Service",
    "ecs-task-definition": "AWS::ECS::TaskDefinition",
    "eks": "AWS::EKS::Cluster",
    "cfn": "AWS::CloudFormation::Stack",
    "event-bus": "AWS::Events::EventBus",
    "event-rule": "AWS::Events::Rule",
    "step-machine": "AWS::StepFunctions::StateMachine",
}
PRESENT = {"key": "@", "value": "present"}
# The filters with which Custodian asks for what our facts hold and its plain list leaves out. It asks nothing else for them.
DEPTH = {
    "app-elb": [{"type": "attributes", "key": "idle_timeout.timeout_seconds", "value": "present"}],
    "cloudtrail": [{"type": "status", **PRESENT}, {"type": "event-selectors", **PRESENT}],
    "dynamodb-table": [{"type": "continuous-backup", **PRESENT}, "cross-account"],
    "ebs-snapshot": ["cross-account"],
    "ecr": ["cross-account", {"type": "lifecycle-rule", "state": True, "match": []}],
    "event-rule": [{"type": "event-rule-target", **PRESENT}],
    "iam-group": [{"type": "has-inline-policy", "value": True}, {"type": "has-specific-managed-policy", "value": "none"}],
    "iam-policy": ["has-allow-all"],
    "iam-role": [{"type": "has-inline-policy", "value": True}, {"type": "has-specific-managed-policy", **PRESENT}],
    "iam-user": [{"type": "has-inline-policy", "value": True}, *({"type": name, **PRESENT} for name in ("policy", "group", "login-profile", "mfa-device"))],
    "kms-key": ["cross-account", {"type": "key-rotation-status", **PRESENT}],
    "lambda": ["cross-account"],
    "rds-snapshot": ["cross-account"],
    "s3": [{"type": "bucket-encryption", "state": True}, {"type": "ownership", **PRESENT}, "check-public-block", {"type": "lock-configuration", **PRESENT}],
    "secrets-manager": ["cross-account"],
}
# What ours asks for facts that Custodian has no filter for.
BEYOND = ("s3:GET policyStatus", "sns:GetSubscriptionAttributes", "cloudtrail:ListTags")
# One list of these tells of all regions; Custodian would read them once for each region that it is given.
ANYWHERE = {"s3"}
# What EC2 lists in pages, without a call a resource. Each list is served in ten full pages instead of one with few rows.
PAGED = ["ec2", "ebs", "ami", "security-group", "vpc", "subnet", "route-table", "internet-gateway", "nat-gateway", "network-acl",
         "eni", "vpc-endpoint", "peering-connection"]
PAGES = 10


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Server:
    """A process that listens on a port of this machine."""

    def __init__(self, *command, port):
        self.url = f"http://127.0.0.1:{port}"
        self.port = port
        self.process = subprocess.Popen([str(word) for word in command], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self._wait()

    def _wait(self):
        for _ in range(300):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", self.port)) == 0:
                    return
            if self.process.poll() is not None:
                break
            time.sleep(0.1)
        raise SystemExit(f"nothing listens on {self.url}")

    def requests(self):
        with urllib.request.urlopen(f"{self.url}/-/count") as answer:
            return Counter(json.load(answer))

    def stop(self):
        self.process.send_signal(signal.SIGINT)
        self.process.wait()


class Measured:
    """What one or more processes used."""

    def __init__(self, name):
        self.name = name
        self.cpu = 0.0
        self.wall = 0.0
        self.memory = 0
        self.operations = Counter()

    def run(self, command, environment, stdin=None):
        start = time.monotonic()
        process = subprocess.Popen(
            [str(word) for word in command],
            env={**os.environ, **environment},
            stdin=subprocess.PIPE if stdin else subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
        )
        if stdin:
            process.stdin.write(stdin.encode())
            process.stdin.close()
        errors = process.stderr.read().decode()
        _, status, used = os.wait4(process.pid, 0)
        if os.waitstatus_to_exitcode(status) not in (0, 3):
            raise SystemExit(f"{self.name} ended with {os.waitstatus_to_exitcode(status)}:\n{errors[-2000:]}")
        self.cpu += used.ru_utime + used.ru_stime
        self.wall += time.monotonic() - start
        self.memory = max(self.memory, used.ru_maxrss // 1024)
        return self

    @property
    def requests(self):
        return self.operations.total()

    def row(self, ours):
        ratio = f"{self.requests / ours.requests:.1f} | {self.cpu / ours.cpu:.1f}"
        return f"| {self.name} | {self.requests} | {self.cpu:.1f} | {self.wall:.1f} | {self.memory} | {ratio} |"


def policy(name):
    """All resources of a type, with all that our facts hold: whichever filter says no, the last one says yes."""
    made = {"name": name, "resource": f"aws.{name}"}
    if name in ANYWHERE:
        made["conditions"] = [{"region": REGIONS[0]}]
    if name in DEPTH:
        made["filters"] = [{"or": [*DEPTH[name], {"type": "value", **PRESENT}]}]
    return made


class Bench:
    def __init__(self, options):
        self.root = options.root
        self.work = options.work
        self.custodian = options.custodian
        self.testkit = self.root / "shared/testkit/src/main/resources/dev/quarterdeck/testkit"
        self.recording = self.work / "recorded.json.gz"
        self.doors = self.work / "doors.json"
        self.entrances = []
        self.keys = {}

    def seed(self, moto):
        accounts = self.work / "estate.ndjson"
        told = subprocess.run(
            [self.root / "scripts/seed", "--endpoint-url", moto.url, "--regions", ",".join(REGIONS), "--out", accounts],
            check=True, capture_output=True, text=True,
        ).stdout
        self.entrances = [json.loads(line) for line in accounts.read_text().splitlines()]
        found = re.search(r"AWS_ACCESS_KEY_ID=(\S+) AWS_SECRET_ACCESS_KEY=(\S+)", told)
        self.keys = {"AWS_ACCESS_KEY_ID": found.group(1), "AWS_SECRET_ACCESS_KEY": found.group(2), "AWS_DEFAULT_REGION": "us-east-1"}
        print(told.splitlines()[0], file=sys.stderr)

    def ours(self, url, types):
        command = [
            self.root / "scripts/quarterdeck", "scan", "--endpoint-url", url, "--accounts", self.work / "estate.ndjson",
            "--regions", ",".join(REGIONS), "--types", ",".join(types), "--out", self.fresh("ours"),
        ]
        return Measured("Quarterdeck").run(command, {**self.keys, "QUARTERDECK_HOME": str(self.work / "home")})

    def cloud_custodian(self, url, resources):
        policies = self.work / "policies.json"
        policies.write_text(json.dumps({"policies": [policy(name) for name in resources]}))
        measured = Measured("Cloud Custodian")
        for entrance in self.entrances:
            command = [self.custodian, "run", "--cache-period", "0", "-s", self.fresh("custodian"), "--dryrun",
                       "--assume", entrance["role_arn"], "--external-id", entrance["external_id"]]
            command += [word for region in REGIONS for word in ("--region", region)]
            measured.run([*command, policies], {**self.keys, "AWS_ENDPOINT_URL": url})
        return measured

    def boto3_lister(self, url):
        lines = [self.keys["AWS_ACCESS_KEY_ID"], self.keys["AWS_SECRET_ACCESS_KEY"]]
        for entrance in self.entrances:
            lines += [entrance["role_arn"], entrance["external_id"]]
        pairs = "".join(f"{a} {b}\n" for a, b in zip(lines[::2], lines[1::2]))
        command = [sys.executable, self.testkit / "boto3_lister.py", url, ",".join(REGIONS)]
        return Measured("boto3, lists only").run(command, {}, pairs)

    def fresh(self, name):
        folder = self.work / name
        shutil.rmtree(folder, ignore_errors=True)
        return folder

    def replay(self, mode, file, argument):
        port = free_port()
        return Server(sys.executable, self.root / "bench/src/main/python/replay.py", mode, port, file, argument, port=port)

    def compare(self, title, server, resources, lister):
        types = [TYPES[name] for name in resources]
        server.requests()
        readers = [lambda: self.ours(server.url, types), lambda: self.cloud_custodian(server.url, resources)]
        if lister:
            readers.append(lambda: self.boto3_lister(server.url))
        rows = []
        for read in readers:
            measured = read()
            measured.operations = server.requests()
            rows.append(measured)
        print(f"\n{title}\n\n| reader | requests | CPU s | wall s | peak MB | requests / ours | CPU / ours |\n|---|--:|--:|--:|--:|--:|--:|")
        for measured in rows:
            print(measured.row(rows[0]), flush=True)
        self.ratio(*rows[:2])

    @staticmethod
    def ratio(ours, theirs):
        beyond = sum(ours.operations[name] for name in BEYOND)
        print(f"\nOurs of Custodian's: calls {ours.requests / theirs.requests:.3f} ×"
              f" ({(ours.requests - beyond) / theirs.requests:.3f} × without {beyond} for what it cannot read),"
              f" CPU {ours.cpu / theirs.cpu:.2f} ×", flush=True)

    def run(self):
        self.record()
        self.replayed()

    def record(self):
        port = free_port()
        moto = Server(sys.executable, self.testkit / "moto_launcher.py", "--detached", "--port", port, port=port)
        try:
            self.seed(moto)
            recorder = self.replay("record", self.recording, moto.url)
            self.compare(f"{len(TYPES)} types of three accounts in two regions, on moto:", recorder, list(TYPES), True)
            self.compare("The types of the next table, to record them:", recorder, PAGED, False)
            recorder.stop()
            self.doors.write_text(json.dumps([self.entrances, self.keys]))
        finally:
            moto.stop()

    def replayed(self):
        """What was recorded lets in whoever comes with the keys of that time."""
        self.entrances, self.keys = json.loads(self.doors.read_text())
        replayer = self.replay("serve", self.recording, PAGES)
        self.compare(f"{len(PAGED)} types in {PAGES} full pages each, replayed:", replayer, PAGED, False)
        replayer.stop()


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    for name in ("--root", "--work", "--custodian"):
        parser.add_argument(name, type=Path, required=True)
    parser.add_argument("--replay", action="store_true")
    options = parser.parse_args()
    bench = Bench(options)
    bench.replayed() if options.replay else bench.run()
