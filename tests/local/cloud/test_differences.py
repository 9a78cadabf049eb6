"""The local copy of a template differs by what `local.cloud.differences` lists, and no more."""

import copy
from typing import Any

from local.cloud.differences import local_copy
from tests.local.cloud.toy import stack


def test_only_transport_statements_and_named_variables_differ() -> None:
    template = stack.template()
    expected = copy.deepcopy(template)
    for policy in ("EvidencePolicy", "LinePolicy", "OutboxPolicy"):
        del expected["Resources"][policy]  # they say nothing else
    for function in ("Flow", "Courier", "Listener"):
        properties = expected["Resources"][function]["Properties"]
        properties["Environment"]["Variables"]["OUT_URL"] = "http://127.0.0.1:1"
    assert local_copy(template, {"OUT_URL": "http://127.0.0.1:1"}) == expected


def test_a_policys_other_statements_stay() -> None:
    kept = {"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*"}
    template: dict[str, Any] = {
        "Resources": {
            "Policy": stack.resource(
                "S3::BucketPolicy", PolicyDocument=stack.policy(stack.only_tls("*"), kept)
            )
        }
    }
    policy = local_copy(template, {})["Resources"]["Policy"]["Properties"]["PolicyDocument"]
    assert policy["Statement"] == [kept]


def test_the_template_itself_is_left_as_it_was() -> None:
    template = stack.template()
    local_copy(template, {"OUT_URL": "x"})
    assert template == stack.template()
