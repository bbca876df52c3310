"""Holds a Terraform module to a CloudFormation template: the same roles, trust, boundaries and policies.

    same_policies.py TEMPLATE.json MODULE.tf     prints what differs and fails if anything does
"""

import json
import sys
from pathlib import Path

import hcl2


def template_says(template):
    defaults = {name: p["Default"].split(",") for name, p in template.get("Parameters", {}).items()}
    resources = template["Resources"]
    policies, roles = {}, {}
    for resource in resources.values():
        properties = resolved(resource["Properties"], defaults, resources)
        if resource["Type"] == "AWS::IAM::ManagedPolicy":
            policies[properties["ManagedPolicyName"]] = normal(properties["PolicyDocument"])
        elif resource["Type"] == "AWS::IAM::Role":
            roles[properties["RoleName"]] = {
                "trust": normal(properties["AssumeRolePolicyDocument"]),
                "attached": sorted(properties.get("ManagedPolicyArns", [])),
                "boundary": properties.get("PermissionsBoundary"),
                "inline": {p["PolicyName"]: normal(p["PolicyDocument"]) for p in properties.get("Policies", [])},
                "seconds": properties["MaxSessionDuration"],
                "tags": {tag["Key"]: tag["Value"] for tag in properties["Tags"]},
            }
        else:
            raise ValueError(f"unexpected {resource['Type']}")
    return {"policies": policies, "roles": roles}


def resolved(value, defaults, resources):
    """References to parameters become their defaults, references to policies the policies' names."""
    if isinstance(value, list):
        return [resolved(one, defaults, resources) for one in value]
    if not isinstance(value, dict):
        return value
    if set(value) == {"Ref"}:
        name = value["Ref"]
        return defaults[name] if name in defaults else resources[name]["Properties"]["ManagedPolicyName"]
    return {key: resolved(one, defaults, resources) for key, one in value.items()}


def module_says(module):
    blocks = {}
    for block in module["resource"]:
        for kind, named in block.items():
            for name, body in named.items():
                blocks.setdefault(plain(kind), {})[plain(name)] = {plain(k): v for k, v in body.items()}
    policies = {name_of(b): document(b["policy"]) for b in blocks["aws_iam_policy"].values()}
    roles = {
        key: {
            "name": name_of(block),
            "trust": document(block["assume_role_policy"]),
            "attached": [],
            "boundary": policy_name(block["permissions_boundary"], blocks) if "permissions_boundary" in block else None,
            "inline": {},
            "seconds": int(block["max_session_duration"]),
            "tags": {plain(k): plain(v) for k, v in block["tags"].items() if not k.startswith("__")},
        }
        for key, block in blocks["aws_iam_role"].items()
    }
    for block in blocks.get("aws_iam_role_policy_attachment", {}).values():
        roles[referenced(block["role"])]["attached"].append(policy_name(block["policy_arn"], blocks))
    for block in blocks.get("aws_iam_role_policy", {}).values():
        roles[referenced(block["role"])]["inline"][name_of(block)] = document(block["policy"])
    for role in roles.values():
        role["attached"].sort()
    return {"policies": policies, "roles": {role.pop("name"): role for role in roles.values()}}


def plain(text):
    return text.strip('"') if isinstance(text, str) else text


def name_of(block):
    return plain(block["name"])


def referenced(expression):
    """aws_iam_role.NAME.attribute, with or without ${}."""
    return plain(expression).removeprefix("${").removesuffix("}").split(".")[1]


def policy_name(expression, blocks):
    text = plain(expression).removeprefix("${").removesuffix("}")
    return text if text.startswith("arn:") else name_of(blocks["aws_iam_policy"][text.split(".")[1]])


def document(value):
    """The JSON between the marks of a here-document."""
    text = plain(value)
    return normal(json.loads(text[text.index("{") : text.rindex("}") + 1].replace("$${", "${").replace("%%{", "%{")))


def normal(value):
    """IAM reads one value and a list of one alike."""
    if isinstance(value, dict):
        return {key: normal(one) for key, one in value.items()}
    if isinstance(value, list):
        values = [normal(one) for one in value]
        return values[0] if len(values) == 1 else values
    return value


def main():
    template = template_says(json.loads(Path(sys.argv[1]).read_text()))
    module = module_says(hcl2.loads(Path(sys.argv[2]).read_text()))
    for kind in ("policies", "roles"):
        for name in sorted(template[kind].keys() | module[kind].keys()):
            one, other = template[kind].get(name), module[kind].get(name)
            if one != other:
                print(f"{kind} {name}:\n  CloudFormation {json.dumps(one, sort_keys=True)}\n  Terraform      {json.dumps(other, sort_keys=True)}")
    print(f"{len(template['policies'])} policies, {len(template['roles'])} roles")
    sys.exit(template != module or not template["roles"])


if __name__ == "__main__":
    main()
