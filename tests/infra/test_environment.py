"""Each function is told exactly what its Settings model reads."""

import json
from dataclasses import fields
from importlib.util import find_spec

import pytest

from satark import settings
from tests.infra.template import Template

SETTINGS = {
    "WebhookFunction": settings.WebhookSettings,
    "FlowFunction": settings.FlowSettings,
    "DispatchFunction": settings.DispatchSettings,
    "OfficerReplyFunction": settings.OfficerReplySettings,
    "OpeningFunction": settings.OpeningSettings,
    "DeadlinesFunction": settings.DeadlinesSettings,
    "LakeFunction": settings.LakeSettings,
    "CompactionFunction": settings.CompactionSettings,
    "RosterFunction": settings.RosterSettings,
    "ReportsFunction": settings.ReportsSettings,
    "DashboardFunction": settings.DashboardSettings,
    "LabelsFunction": settings.LabelsSettings,
    "TipsCourierFunction": settings.TipsCourierSettings,
    "OfficersCourierFunction": settings.OfficersCourierSettings,
}
SILENT = {
    "PYTHONWARNINGS": "ignore",
    "POWERTOOLS_LOGGER_LOG_EVENT": "false",
    "POWERTOOLS_TRACER_CAPTURE_ERROR": "false",
    "POWERTOOLS_TRACER_CAPTURE_RESPONSE": "false",
}


def test_every_function_has_settings(template: Template) -> None:
    assert set(template.all("Lambda::Function")) == set(SETTINGS)


@pytest.mark.parametrize("function", SETTINGS)
def test_the_environment_is_the_settings(function: str, template: Template) -> None:
    variables = template.all("Lambda::Function")[function]["Environment"]["Variables"]
    told = {field.name.upper() for field in fields(SETTINGS[function])}
    assert set(variables) == told | set(SILENT)
    assert all(variables.values())


@pytest.mark.parametrize("function", SETTINGS)
def test_nothing_traces_or_logs_an_event(function: str, template: Template) -> None:
    variables = template.all("Lambda::Function")[function]["Environment"]["Variables"]
    assert variables.items() >= SILENT.items()
    assert "TracingConfig" not in template.all("Lambda::Function")[function]


def test_nothing_is_traced_along_the_road(template: Template) -> None:
    """No X-Ray, neither on a function nor at the door, and no role that could write to it."""
    whole = json.dumps(template.resources)
    assert "xray" not in whole.lower()
    assert "TracingConfig" not in whole
    assert "TracingEnabled" not in whole
    assert "DataTraceEnabled" not in whole


@pytest.mark.parametrize("function", SETTINGS)
def test_no_third_party_runs_beside_a_function(function: str, template: Template) -> None:
    """An extension or a wrapper would see what passes; layers are built here from the lock."""
    properties = template.all("Lambda::Function")[function]
    assert {"AWS_LAMBDA_EXEC_WRAPPER", "PYTHONPATH"}.isdisjoint(
        properties["Environment"]["Variables"]
    )
    assert all(set(layer) == {"Ref"} for layer in properties["Layers"])
    assert "SnapStart" not in properties


@pytest.mark.parametrize("function", SETTINGS)
def test_the_handler_can_be_imported(function: str, template: Template) -> None:
    module, name = template.all("Lambda::Function")[function]["Handler"].rsplit(".", 1)
    assert find_spec(module), f"{module} does not exist"
    assert name == "lambda_handler"


def test_no_secret_value_stands_in_the_template(template: Template) -> None:
    for secret in template.all("SecretsManager::Secret").values():
        assert "SecretString" not in secret
