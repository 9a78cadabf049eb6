"""A deployed stack, as an operator's command meets it: its outputs, and a role to work in."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import boto3

if TYPE_CHECKING:
    from mypy_boto3_sts.type_defs import AssumeRoleRequestTypeDef


def outputs(stage: str) -> dict[str, str]:
    stacks = boto3.client("cloudformation").describe_stacks(StackName=f"satark-mitra-{stage}")
    found = stacks["Stacks"][0]["Outputs"]
    return {output["OutputKey"]: output["OutputValue"] for output in found}


def in_role(role: str, *, called: str, second_factor: Sequence[str] = ()) -> boto3.Session:
    """`second_factor`: the serial number of a device and its code, where the role asks for them."""
    asked: AssumeRoleRequestTypeDef = {"RoleArn": role, "RoleSessionName": called}
    if second_factor:
        asked["SerialNumber"], asked["TokenCode"] = second_factor
    answer = boto3.client("sts").assume_role(**asked)
    credentials = answer["Credentials"]
    return boto3.Session(
        aws_access_key_id=credentials["AccessKeyId"],
        aws_secret_access_key=credentials["SecretAccessKey"],
        aws_session_token=credentials["SessionToken"],
    )
