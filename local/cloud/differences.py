"""All that differs between the template that `cdk deploy` takes and the one this machine runs.

1. Statements on aws:SecureTransport go: the embedded cloud speaks plain HTTP on 127.0.0.1.
2. Variables that a caller names (the address of a simulator, say) replace a function's own.

What differs beside the template, in the embedded cloud itself:

- A function finds its layers in a folder of its own, so a variable that begins with /opt/ points
  there; its code and layers are used where CDK built them, not from a zip.
- A function runs twice at most at the same time, with the memory and the speed of this machine.
- A message that a function fails comes back after a second, not after its queue's visibility
  timeout, which is minutes; a pause that the function asks for itself is kept.
- An HTTP API answers under /_aws/execute-api/ of the one port, as its host name is not in any DNS.
- Schedules run by the clock of the functions, which a jump moves, and are looked at every second.
  The role in which AWS would call a function is not asked. A cron is read as Indian time, whatever
  zone it names.
- SES sends nothing to anybody: each message is kept as it was sent, for the mailbox.
- Athena has no views, reads JSON without the table's types, and takes no parameters.
- Batching windows are not waited for. Policies of roles and keys are
  evaluated, those of tables not.
- DynamoDB deletes expired items late or never, as AWS may: readers check the expiry.
"""

import copy
from collections.abc import Mapping
from typing import Any

from local.cloud.assembly import Template

type Json = dict[str, Any]


def local_copy(template: Template, variables: Mapping[str, str]) -> Template:
    local = copy.deepcopy(template)
    for resource in local["Resources"].values():
        properties = resource.get("Properties", {})
        if "PolicyDocument" in properties:
            _drop_secure_transport(properties["PolicyDocument"])
        if resource["Type"] == "AWS::Lambda::Function":
            _replace_variables(properties, variables)
    local["Resources"] = {
        name: resource for name, resource in local["Resources"].items() if not _empty(resource)
    }
    return local


def _drop_secure_transport(policy: Json) -> None:
    policy["Statement"] = [s for s in policy["Statement"] if not _about_transport(s)]


def _about_transport(statement: Json) -> bool:
    operators = statement.get("Condition", {}).values()
    return any("aws:SecureTransport" in keys for keys in operators)


def _empty(resource: Json) -> bool:
    """A policy that spoke of nothing but the transport."""
    policy: Json = resource.get("Properties", {}).get("PolicyDocument", {})
    return "Statement" in policy and not policy["Statement"]


def _replace_variables(function: Json, variables: Mapping[str, str]) -> None:
    own = function.get("Environment", {}).get("Variables", {})
    own.update({name: value for name, value in variables.items() if name in own})
