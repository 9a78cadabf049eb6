"""Where AWS's rules and this house differ: on the resource, and with the reason."""

from aws_cdk import Acknowledgment, Validations
from constructs import Construct


def acknowledge(construct: Construct, rule: str, *, reason: str) -> None:
    """`rule` is cdk-nag's id without its pack, such as "SQS3"."""
    Validations.of(construct).acknowledge(
        Acknowledgment(id=f"AwsSolutions::AwsSolutions-{rule}", reason=reason)
    )
