"""The secrets. Until an operator sets them they hold random words, so that every door is shut."""

from aws_cdk import RemovalPolicy
from aws_cdk.aws_secretsmanager import Secret, SecretStringGenerator
from constructs import Construct

from infra.nag import acknowledge

META = "Meta issues it, and no API renews it: docs/deploy.md says how an operator does."
FOREVER = "What was derived from it could never be found again: it lives as long as the stack."


class Credentials(Construct):
    """`door` is {"app_secret", "verify_token"}; the others are plain strings.

    The house makes `pepper` and `message_ref` itself, once; an operator sets the other three.
    """

    def __init__(
        self, scope: Construct, construct_id: str, *, removal_policy: RemovalPolicy
    ) -> None:
        super().__init__(scope, construct_id)
        self._removal_policy = removal_policy
        # Without an app_secret in it, nothing that knocks can be believed.
        self.door = self._secret("Door", reason=META, template="{}", key="verify_token")
        self.message_ref = self._secret("MessageRef", reason=FOREVER)
        self.pepper = self._secret("Pepper", reason=FOREVER)
        self.tips_token = self._secret("TipsToken", reason=META)
        self.officers_token = self._secret("OfficersToken", reason=META)

    def _secret(
        self,
        construct_id: str,
        *,
        reason: str,
        template: str | None = None,
        key: str | None = None,
    ) -> Secret:
        secret = Secret(
            self,
            construct_id,
            generate_secret_string=SecretStringGenerator(
                password_length=64,
                exclude_punctuation=True,
                secret_string_template=template,
                generate_string_key=key,
            ),
            removal_policy=self._removal_policy,
        )
        acknowledge(secret, "SMG4", reason=reason)
        return secret
