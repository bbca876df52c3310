"""Plants the demo's company in an empty moto that has a settable clock, look by look, as estate.yaml tells it.

For each line on standard input plants one section of the estate and prints how many calls that took. Equal estates are
planted equally: whatever is invented on the way is counted, not drawn.
"""

from __future__ import annotations

import datetime
import io
import itertools
import re
import sys
import urllib.request
import uuid
import zipfile

import boto3
import botocore.config
import jmespath
import yaml

HOLE = re.compile(r"\$\{([^{}$]+)\}")  # the innermost first
AGE = re.compile(r"-(\d+)d(?: (\d\d):(\d\d))?$")


def counted_uuids():
    """botocore invents idempotency tokens, and moto keeps some of them."""
    numbers = itertools.count(1)
    uuid.uuid4 = lambda: uuid.UUID(int=next(numbers))


def code_zip() -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr(zipfile.ZipInfo("handler.txt"), "nothing runs here")
    return packed.getvalue()


class Clients:
    """The APIs of moto, by account, region and service."""

    def __init__(self, endpoint: str, home: str):
        self.endpoint, self.home, self.made, self.keys = endpoint, home, {}, {}

    def of(self, account: str, region: str, service: str):
        place = (account, region, service)
        if place not in self.made:
            self.made[place] = boto3.client(
                service, region_name=region, endpoint_url=self.endpoint, **self.credentials(account),
                config=botocore.config.Config(inject_host_prefix=False, request_checksum_calculation="when_required"),
            )
        return self.made[place]

    def credentials(self, account: str) -> dict:
        if account == self.home:
            return {"aws_access_key_id": "AKIAIOSFODNN7SEEDER0", "aws_secret_access_key": "seed"}
        if account not in self.keys:
            role = f"arn:aws:iam::{account}:role/owner"
            sts = boto3.client("sts", region_name="us-east-1", endpoint_url=self.endpoint, **self.credentials(self.home))
            lent = sts.assume_role(RoleArn=role, RoleSessionName="seed")["Credentials"]
            self.keys[account] = {
                "aws_access_key_id": lent["AccessKeyId"],
                "aws_secret_access_key": lent["SecretAccessKey"],
                "aws_session_token": lent["SessionToken"],
            }
        return self.keys[account]


class Words(dict):
    """What may stand in ${…} at one place: the step's own words, then what was kept there, then the account's, then anybody's."""

    def value(self, name: str):
        if name.startswith("tags"):
            return self.tags(name.split()[1:])
        kept = self["kept"]
        for place in (self["account"] + "/" + self["region"], self["account"], ""):
            if (place, name) in kept:
                return kept[place, name]
        return self[name]

    def tags(self, form: list[str]):
        """In the shape that a service takes; EC2's names the kind of what is made."""
        tags = filled(self.get("tag", {}), self)
        if form == ["map"]:
            return tags
        key, value = {"lower": ("key", "value"), "kms": ("TagKey", "TagValue")}.get("".join(form), ("Key", "Value"))
        pairs = [{key: name, value: str(text)} for name, text in tags.items()]
        return [{"ResourceType": form[1], "Tags": pairs}] if form[:1] == ["ec2"] else pairs


def filled(value, words: Words):
    if isinstance(value, dict):
        return {filled(key, words): filled(it, words) for key, it in value.items()}
    if isinstance(value, list):
        return [filled(it, words) for it in value]
    if not isinstance(value, str):
        return value
    while not (whole := HOLE.fullmatch(value)):
        more = HOLE.sub(lambda hole: str(filled(words.value(hole[1]), words)), value)
        if more == value:
            return value
        value = more
    return filled(words.value(whole[1]), words)


class Estate:
    def __init__(self, endpoint: str, told: dict):
        self.told, self.endpoint, self.kept = told, endpoint, {}
        self.accounts = told["accounts"]
        self.now = told["looks"][-1]
        self.clients = Clients(endpoint, self.accounts["shared-tools"])
        self.code = code_zip()
        self.calls = 0

    def plant(self, section: str) -> None:
        for step in self.told[section]:
            self.step(step)

    def step(self, step: dict) -> None:
        each = step.get("each", [{}])
        each = self.told["lists"][each] if isinstance(each, str) else each
        for account in step.get("in", list(self.accounts)):
            for region in step.get("regions", self.told["regions"][:1]):
                for number, item in enumerate(each):
                    item = item if isinstance(item, dict) else {"it": item}
                    if account not in item.get("in", [account]):
                        continue
                    words = Words(
                        step, **self.told["words"], **item, account=account, account_id=self.accounts[account],
                        region=region, n=number + 1, kept=self.kept, code=self.code,
                    )
                    self.ask(step, words, number)

    def ask(self, step: dict, words: Words, number: int) -> None:
        self.move(filled(step["at"], words), datetime.timedelta(minutes=number * step.get("gap", 7)))
        service, operation = step["ask"].split()
        client = self.clients.of(words["account_id"], words["region"], service)
        method = next(name for name, api in client.meta.method_to_api_mapping.items() if api == operation)
        try:
            answer = getattr(client, method)(**filled(step.get("with", {}), words))
        except Exception as reason:
            raise RuntimeError(f"{step['ask']} in {words['account']} {words['region']}: {filled(step.get('with', {}), words)}") from reason
        self.calls += 1
        for name, path in step.get("keep", {}).items():
            self.keep(filled(name, words), jmespath.search(path, answer), words)

    def keep(self, name: str, value, words: Words) -> None:
        for place in (words["account"] + "/" + words["region"], words["account"], ""):
            self.kept[place, name] = value

    def move(self, at: str, more: datetime.timedelta) -> None:
        age = AGE.match(at)
        days, hour, minute = int(age[1]), int(age[2] or 9), int(age[3] or 0)
        instant = (self.now - datetime.timedelta(days=days)).replace(hour=hour, minute=minute, second=17) + more
        url = f"{self.endpoint}/moto-api/clock?at={int(instant.timestamp())}"
        urllib.request.urlopen(urllib.request.Request(url, method="POST")).close()


def main() -> None:
    counted_uuids()
    endpoint, told = sys.argv[1], yaml.safe_load(sys.argv[2])
    estate = Estate(endpoint, told)
    for line in sys.stdin:
        estate.plant(line.strip())
        print(estate.calls, flush=True)


if __name__ == "__main__":
    main()
