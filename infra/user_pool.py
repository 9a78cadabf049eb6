"""Who may sign in to the dashboard: nobody by themselves, and nobody by a password alone.

The pool says which officer it is; what an officer may see, the roster says (functions/dashboard).
"""

from aws_cdk import Duration, RemovalPolicy
from aws_cdk.aws_cognito import (
    AccountRecovery,
    CfnManagedLoginBranding,
    CfnUserPoolClient,
    CfnUserPoolDomain,
    CfnUserPoolGroup,
    FeaturePlan,
    Mfa,
    MfaSecondFactor,
    PasswordPolicy,
    SignInAliases,
    StandardThreatProtectionMode,
    StringAttribute,
    UserInvitationConfig,
    UserPool,
)
from constructs import Construct

from infra.house import House

GROUPS = ("range_office", "sp_office", "thana", "auditor")
SESSION_HOURS = 4
NEWER_LOGIN = 2
"""Cognito's "managed login"; 1 is the older "hosted UI"."""
INVITATION = (
    "Satark Mitra: your user name is {username}, your first password {####}<br>"
    "It holds for a day; then you choose your own, and set up an app that shows codes."
)


class OfficersPool(Construct):
    """`dashboard_url` is where it leads back to, and nowhere else."""

    def __init__(
        self, scope: Construct, construct_id: str, *, house: House, dashboard_url: str
    ) -> None:
        super().__init__(scope, construct_id)
        region, domain = house.stage.region, house.stage.sign_in_domain
        self._pool = self._made(house)
        self.id = self._pool.user_pool_id
        self.issuer = f"https://cognito-idp.{region}.amazonaws.com/{self.id}"
        self.url = f"https://{domain}.auth.{region}.amazoncognito.com"
        self.client_id = self._client(dashboard_url).ref
        for group in GROUPS:
            CfnUserPoolGroup(self, group, user_pool_id=self.id, group_name=group)
        CfnUserPoolDomain(
            self,
            "Domain",
            user_pool_id=self.id,
            domain=domain,
            managed_login_version=NEWER_LOGIN,
        )
        # Without any look its pages do not open.
        CfnManagedLoginBranding(
            self,
            "Look",
            user_pool_id=self.id,
            client_id=self.client_id,
            use_cognito_provided_values=True,
        )

    def _made(self, house: House) -> UserPool:
        return UserPool(
            self,
            "Pool",
            self_sign_up_enabled=False,
            sign_in_aliases=SignInAliases(email=True),
            sign_in_case_sensitive=False,
            mfa=Mfa.REQUIRED,
            mfa_second_factor=MfaSecondFactor(sms=False, otp=True),
            password_policy=PasswordPolicy(
                min_length=12,
                require_lowercase=True,
                require_uppercase=True,
                require_digits=True,
                require_symbols=True,
                temp_password_validity=Duration.days(1),
            ),
            # Who reads an officer's mail must not become the officer: an administrator helps.
            account_recovery=AccountRecovery.NONE,
            custom_attributes={
                "officer": StringAttribute(min_len=1, max_len=128, mutable=True),
                "office": StringAttribute(min_len=1, max_len=128, mutable=True),
            },
            user_invitation=UserInvitationConfig(
                email_subject="Satark Mitra", email_body=INVITATION
            ),
            feature_plan=FeaturePlan.PLUS,
            standard_threat_protection_mode=StandardThreatProtectionMode.FULL_FUNCTION,
            deletion_protection=house.stage.removal_policy is RemovalPolicy.RETAIN,
            removal_policy=house.stage.removal_policy,
        )

    def _client(self, dashboard_url: str) -> CfnUserPoolClient:
        """It redeems codes, and can do nothing else: no password, no change of an attribute."""
        return CfnUserPoolClient(
            self,
            "Client",
            user_pool_id=self.id,
            generate_secret=False,
            allowed_o_auth_flows_user_pool_client=True,
            allowed_o_auth_flows=["code"],
            allowed_o_auth_scopes=["openid", "profile"],
            callback_ur_ls=[f"{dashboard_url}/signed-in"],
            logout_ur_ls=[f"{dashboard_url}/signed-out"],
            supported_identity_providers=["COGNITO"],
            # One flow has to be named; the token that it takes is let go (satark.aws.cognito).
            explicit_auth_flows=["ALLOW_REFRESH_TOKEN_AUTH"],
            prevent_user_existence_errors="ENABLED",
            enable_token_revocation=True,
            id_token_validity=SESSION_HOURS,
            access_token_validity=5,
            refresh_token_validity=60,
            token_validity_units=CfnUserPoolClient.TokenValidityUnitsProperty(
                id_token="hours",  # noqa: S106 - a unit of time
                access_token="minutes",  # noqa: S106 - the same
                refresh_token="minutes",  # noqa: S106 - the same
            ),
            read_attributes=["name", "custom:officer", "custom:office"],
            # Empty would mean: all of them.
            write_attributes=["locale"],
        )
