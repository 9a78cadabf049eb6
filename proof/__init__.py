"""Who can do what in the AWS account that a CloudFormation template makes. See README.md."""

from proof.account import Account
from proof.unmodelled import Unmodelled

__all__ = ["Account", "Unmodelled"]
