"""Where boto3 would send, and for which region and service it would sign."""

import re
from random import Random
from urllib.parse import urlsplit

from botocore.exceptions import EndpointVariantError
from clients import captured
from values import minimal_input

VARIANTS = [(fips, dual) for fips in (False, True) for dual in (False, True)]
BUCKETS = (
    "plain-bucket",
    "with.dots",
    "Upper_Case",
    "ab1",
    "a" * 63,
    "a" * 64,
    "1.2.3.4",
    "xn--bucket",
    "-dash",
    "us-east-1",
)
KEYS = ("simple", "a/b c+d/é~*'()!", "//double//slash/", "../up/./here", "%41?x=1#y", " space ", "😀")


def regions(boto3):
    """All regions of all partitions, and one in each that AWS does not have."""
    for partition in boto3.loader.load_data("partitions")["partitions"]:
        names = sorted(name for name in partition["regions"] if not name.endswith("-global"))
        yield from (*names, re.sub(r"-[a-z]+-\d+$", "-nowhere-9", names[0]))


def endpoints(boto3, whole):
    every = [*regions(boto3)]
    for service, extract in boto3.loader.extracts.items():
        operation = "ListBuckets" if service == "s3" else next(iter(extract["operations"]))
        for region in every if whole else Random(service).sample(every, 8):
            plain = boto3.client(service, region)
            for fips, dual in VARIANTS:
                client = variant(boto3, service, region, fips, dual) or plain if whole else plain
                asked = {"service": service, "region": region, "fips": fips, "dualStack": dual}
                yield {**asked, **address(client, operation, fips, dual)}


def variant(boto3, service, region, fips, dual):
    """A client of its own, unless boto3's old table of endpoints has none for it: the rules are asked all the same."""
    try:
        return boto3.client(service, region, use_fips_endpoint=fips, use_dualstack_endpoint=dual)
    except EndpointVariantError:
        return None


def address(client, name, fips, dual):
    operation = client.meta.service_model.operation_model(name)
    parameters = minimal_input(client.meta.service_model.service_name, operation)
    resolver, context = client._ruleset_resolver, {}
    resolver._builtins.update({"AWS::UseFIPS": fips, "AWS::UseDualStack": dual})
    try:
        url = client._resolve_endpoint_ruleset(operation, parameters, context)[0]
    except Exception as refused:
        return {"refused": str(refused)}
    signing = context.get("signing", {})
    signer = client._request_signer
    return {
        "host": urlsplit(url).netloc.removeprefix(parameters.get("AccountId", "") + "."),
        "signingRegion": signing.get("region", signer._region_name),
        "signingName": signing.get("signing_name", signer._signing_name),
    }


def buckets(boto3):
    """Where an object is put, in each kind of bucket; keys in one of them."""
    for region in ("us-east-1", "eu-central-1", "cn-north-1", "us-gov-west-1"):
        for fips, dual in VARIANTS:
            if fips and region.startswith("cn-"):
                continue
            client = boto3.client("s3", region, path_style=False, use_fips_endpoint=fips, use_dualstack_endpoint=dual)
            for bucket in BUCKETS:
                for key in KEYS if bucket == BUCKETS[0] else KEYS[:1]:
                    asked = {"bucket": bucket, "key": key, "region": region, "fips": fips, "dualStack": dual}
                    yield {**asked, "url": captured(client, "HeadObject", {"Bucket": bucket, "Key": key}).url}
