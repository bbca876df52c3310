"""The endpoint table: botocore's endpoint rule sets evaluated over region x FIPS x dual-stack.

scripts/models writes it to shared/catalog/endpoints.json:

    botocore     version of botocore it was evaluated with
    partitions   id -> dnsSuffix, dualStackDnsSuffix, globalRegion (where partition-wide services are asked),
                 regex (a region that matches it belongs here, even one not listed), regions (sorted)
    services     botocore's name ->
        signingName   name in the signature's scope
        absent        regions where endpoints.json does not list the service (regions of which it knows nothing
                      are not named): a name that does not resolve there is "unsupported", elsewhere "failed"
        hosts         variant -> host, for any region of any partition; variants are plain, fips, dual, fips+dual
        partitions    partition -> variant -> host, where a whole partition differs
        regions       region -> variant -> host, where a region differs

Look up regions, then partitions, then hosts. A host is a text with the holes {region}, {dnsSuffix} and
{dualStackDnsSuffix}; or an object: {host, signingRegion?, signingName?} where something signs otherwise than by
the asked region and the service's name; or {error}: botocore's refusal. The scheme is always https.
Hosts of s3 are those without a bucket; its us-east-1 is the regional one. Those of dynamodb and s3control are
without an account: s3control's operations put it in front by their host prefix.
"""

import json
import re

import botocore
from botocore.endpoint_provider import EndpointProvider
from botocore.exceptions import EndpointProviderError

VARIANTS = {"plain": (False, False), "fips": (True, False), "dual": (False, True), "fips+dual": (True, True)}
SIGNERS = ("sigv4", "v4", "s3v4")


def unlisted(region):
    """A region that AWS does not have, yet of the same partition: shows a rule set's general answer."""
    return re.sub(r"-[a-z]+-\d+$", "-nowhere-9", region)


def regions(partition):
    return sorted(name for name in partition["regions"] if not name.endswith("-global"))


def described(partition):
    outputs = partition["outputs"]
    return {
        "dnsSuffix": outputs["dnsSuffix"],
        "dualStackDnsSuffix": outputs["dualStackDnsSuffix"],
        "globalRegion": outputs["implicitGlobalRegion"],
        "regex": partition["regionRegex"],
        "regions": regions(partition),
    }


def with_holes(host, region, partition):
    outputs = partition["outputs"]
    host = re.sub(rf"(?<![\w-]){re.escape(region)}(?![\w-])", "{region}", host)
    for suffix in ("dualStackDnsSuffix", "dnsSuffix"):
        if host.endswith("." + outputs[suffix]):
            return host[: -len(outputs[suffix])] + "{" + suffix + "}"
    return host


class Service:
    """One service's rule set, asked for hosts."""

    def __init__(self, loader, name):
        metadata = loader.load_service_model(name, "service-2")["metadata"]
        self.prefix = metadata["endpointPrefix"]
        self.signing_name = metadata.get("signingName", self.prefix)
        self.provider = EndpointProvider(
            loader.load_service_model(name, "endpoint-rule-set-1"), loader.load_data("partitions")
        )

    def host(self, region, variant, partition):
        fips, dual = VARIANTS[variant]
        asked = {"Region": region, "UseFIPS": fips, "UseDualStack": dual}
        try:
            answer = self.provider.resolve_endpoint(**asked)
        except EndpointProviderError as refused:
            return {"error": refused.kwargs["msg"]}
        host = with_holes(answer.url.removeprefix("https://"), region, partition)
        signing = self.signing(answer, region)
        return {"host": host, **signing} if signing else host

    def signing(self, answer, region):
        schemes = answer.properties.get("authSchemes", [])
        scheme = next((s for s in schemes if s["name"] in SIGNERS), {})
        other = {
            "signingRegion": (scheme.get("signingRegion", region), region),
            "signingName": (scheme.get("signingName", self.signing_name), self.signing_name),
        }
        return {key: value for key, (value, usual) in other.items() if value != usual}

    def absent(self, listing):
        """Regions of which endpoints.json knows something, but not this service."""
        missing = []
        for partition in listing["partitions"]:
            known = partition["services"].get(self.prefix, {})
            if known.get("isRegionalized", True):
                missing += [region for region in partition["regions"] if region not in known.get("endpoints", {})]
        return sorted(missing)


def meaning(host, region):
    """What a host comes to in this region, so that equal answers written differently are equal."""
    if isinstance(host, str):
        host = {"host": host}
    if "error" in host:
        return host
    return {"signingRegion": region, **host, "host": host["host"].replace("{region}", region)}


def differing(hosts, usual, region):
    return {
        variant: host for variant, host in hosts.items() if meaning(host, region) != meaning(usual[variant], region)
    }


def filled(mapping):
    return {key: value for key, value in mapping.items() if value}


def service_table(service, partitions, listing):
    answers = lambda region, partition: {variant: service.host(region, variant, partition) for variant in VARIANTS}
    nowhere = {partition["id"]: unlisted(regions(partition)[0]) for partition in partitions}
    general = {partition["id"]: answers(nowhere[partition["id"]], partition) for partition in partitions}
    usual = general["aws"]
    return {
        "signingName": service.signing_name,
        "absent": service.absent(listing),
        "hosts": usual,
        "partitions": filled({name: differing(hosts, usual, nowhere[name]) for name, hosts in general.items()}),
        "regions": filled(
            {
                region: differing(answers(region, partition), general[partition["id"]], region)
                for partition in partitions
                for region in regions(partition)
            }
        ),
    }


def table(loader, services):
    partitions = loader.load_data("partitions")["partitions"]
    listing = loader.load_data("endpoints")
    return {
        "botocore": botocore.__version__,
        "partitions": {partition["id"]: described(partition) for partition in partitions},
        "services": {name: service_table(Service(loader, name), partitions, listing) for name in services},
    }


def text(endpoints):
    """The file's text: one line a partition and one a service's part."""
    line = lambda value: json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    block = lambda items: "{\n" + ",\n".join(items) + "\n}"
    partitions = block(f"{line(name)}:{line(value)}" for name, value in endpoints["partitions"].items())
    services = block(
        f"{line(name)}:{{" + ",\n ".join(f"{line(part)}:{line(value)}" for part, value in service.items()) + "}"
        for name, service in endpoints["services"].items()
    )
    return f'{{"botocore":{line(endpoints["botocore"])},\n"partitions":{partitions},\n"services":{services}}}\n'
