"""Who can sign in to the dashboard, and how: exactly as this says."""

from functions.dashboard.viewer import GROUPS
from local.cognito.signing import LIVES
from tests.infra.template import Template, said

URL = "DashboardApi.ApiEndpoint"


def test_nobody_signs_up_and_nobody_comes_in_by_a_password_alone(template: Template) -> None:
    [pool] = template.all("Cognito::UserPool").values()
    assert pool["AdminCreateUserConfig"]["AllowAdminCreateUserOnly"] is True
    assert (pool["MfaConfiguration"], pool["EnabledMfas"]) == ("ON", ["SOFTWARE_TOKEN_MFA"])
    assert pool["Policies"]["PasswordPolicy"] == {
        "MinimumLength": 12,
        "RequireLowercase": True,
        "RequireUppercase": True,
        "RequireNumbers": True,
        "RequireSymbols": True,
        "TemporaryPasswordValidityDays": 1,
    }
    assert pool["AccountRecoverySetting"]["RecoveryMechanisms"] == [
        {"Name": "admin_only", "Priority": 1}
    ]
    assert pool["UserPoolAddOns"] == {"AdvancedSecurityMode": "ENFORCED"}
    assert pool["DeletionProtection"] == "ACTIVE"
    assert {one["Name"] for one in pool["Schema"]} == {"officer", "office"}


def test_the_groups_are_those_that_the_dashboard_knows(template: Template) -> None:
    groups = template.all("Cognito::UserPoolGroup").values()
    assert {group["GroupName"] for group in groups} == set(GROUPS)


def test_the_client_redeems_codes_for_the_dashboard_and_can_do_nothing_else(
    template: Template,
) -> None:
    [client] = template.all("Cognito::UserPoolClient").values()
    assert {name: value for name, value in client.items() if name != "UserPoolId"} == {
        "GenerateSecret": False,
        "AllowedOAuthFlowsUserPoolClient": True,
        "AllowedOAuthFlows": ["code"],
        "AllowedOAuthScopes": ["openid", "profile"],
        "CallbackURLs": client["CallbackURLs"],
        "LogoutURLs": client["LogoutURLs"],
        "SupportedIdentityProviders": ["COGNITO"],
        "ExplicitAuthFlows": ["ALLOW_REFRESH_TOKEN_AUTH"],
        "PreventUserExistenceErrors": "ENABLED",
        "EnableTokenRevocation": True,
        "IdTokenValidity": LIVES.seconds // 3600,
        "AccessTokenValidity": 5,
        "RefreshTokenValidity": 60,
        "TokenValidityUnits": {
            "IdToken": "hours",
            "AccessToken": "minutes",
            "RefreshToken": "minutes",
        },
        "ReadAttributes": ["name", "custom:officer", "custom:office"],
        "WriteAttributes": ["locale"],
    }
    assert [said(url) for url in client["CallbackURLs"]] == [f"{URL}/signed-in"]
    assert [said(url) for url in client["LogoutURLs"]] == [f"{URL}/signed-out"]


def test_the_function_is_told_of_this_pool_and_of_its_own_address(template: Template) -> None:
    told = template.all("Lambda::Function")["DashboardFunction"]["Environment"]["Variables"]
    [domain] = template.all("Cognito::UserPoolDomain").values()
    region = "ap-south-1"
    assert {name: said(told[name]) for name in ("ISSUER", "CLIENT_ID", "DASHBOARD_URL")} == {
        "ISSUER": f"https://cognito-idp.{region}.amazonaws.com/DashboardPool",
        "CLIENT_ID": "DashboardPoolClient",
        "DASHBOARD_URL": URL,
    }
    assert told["POOL_URL"] == f"https://{domain['Domain']}.auth.{region}.amazoncognito.com"
