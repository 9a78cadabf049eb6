"""Every function is of the house: its runtime, its own log group, its own alarms, its layers."""

import tomllib
from pathlib import Path

import pytest

from tests.infra.template import Template, said

LAYERS = {
    "WebhookFunction": ["LayersCommon"],
    "FlowFunction": ["LayersCommon", "LayersFlow", "LayersMedia", "LayersRange"],
    "DispatchFunction": ["LayersCommon", "LayersRange"],
    "OfficerReplyFunction": ["LayersCommon", "LayersMedia", "LayersRange"],
    "OpeningFunction": ["LayersCommon", "LayersRange"],
    "DeadlinesFunction": ["LayersCommon", "LayersRange"],
    "LakeFunction": ["LayersCommon", "LayersLake", "LayersRange"],
    "CompactionFunction": ["LayersCommon", "LayersLake"],
    "RosterFunction": ["LayersCommon", "LayersRange"],
    "ReportsFunction": ["LayersCommon", "LayersReports", "LayersRange"],
    "DashboardFunction": ["LayersCommon", "LayersDashboard", "LayersRange"],
    "LabelsFunction": ["LayersCommon", "LayersRange"],
    "TipsCourierFunction": ["LayersCommon"],
    "OfficersCourierFunction": ["LayersCommon"],
}
LOG_DAYS = tomllib.loads(Path("ranges/varanasi/range.toml").read_text())["retention"]["logs"]


@pytest.mark.parametrize("name", LAYERS)
def test_a_function_runs_as_tested(name: str, template: Template) -> None:
    function = template.all("Lambda::Function")[name]
    assert function["Runtime"] == "python3.13"
    assert function["Architectures"] == ["arm64"]
    assert [said(layer) for layer in function["Layers"]] == LAYERS[name]


@pytest.mark.parametrize("name", LAYERS)
def test_a_function_has_its_own_role_and_log_group(name: str, template: Template) -> None:
    function = template.all("Lambda::Function")[name]
    room = name.removesuffix("Function")
    assert said(function["Role"]) == f"{room}Role"
    assert said(function["LoggingConfig"]["LogGroup"]) == f"{room}Logs"


@pytest.mark.parametrize("name", LAYERS)
def test_a_function_that_fails_or_is_held_back_rings(name: str, template: Template) -> None:
    assert name in template.alarms_on("Errors")
    assert name in template.alarms_on("Throttles")


@pytest.mark.parametrize("courier", ["TipsCourier", "OfficersCourier"])
def test_what_only_an_operator_can_mend_rings(courier: str, template: Template) -> None:
    """By the word that the courier logs; see functions/courier/delivery.py."""
    [counted] = [
        found
        for found in template.all("Logs::MetricFilter").values()
        if said(found["LogGroupName"]) == f"{courier}Logs"
    ]
    [counts] = counted["MetricTransformations"]
    assert counted["FilterPattern"] == '{ $.event = "refused_alarm" }'
    [alarm] = [
        alarm
        for alarm in template.all("CloudWatch::Alarm").values()
        if alarm["MetricName"] == counts["MetricName"]
    ]
    assert (alarm["Namespace"], alarm["Threshold"]) == (counts["MetricNamespace"], 1)


def test_logs_go_when_the_range_says(template: Template) -> None:
    groups = template.all("Logs::LogGroup")
    rooms = {f"{name.removesuffix('Function')}Logs" for name in LAYERS}
    assert set(groups) == rooms | {"ApiAccessLogs", "DashboardApiAccessLogs"}
    assert {group["RetentionInDays"] for group in groups.values()} == {LOG_DAYS}


def test_alarms_reach_the_operator(template: Template) -> None:
    [subscription] = template.all("SNS::Subscription").values()
    assert subscription["Protocol"] == "email"
    assert subscription["Endpoint"] == "alarms@example.org"
    for name, alarm in template.all("CloudWatch::Alarm").items():
        assert alarm["AlarmActions"] == [{"Ref": "AlarmsTopic"}]
        silence = "breaching" if name.endswith("NotRun") else "notBreaching"
        assert alarm["TreatMissingData"] == silence
        assert "Metrics" not in alarm


def test_the_reports_have_what_was_measured_for_them(template: Template) -> None:
    """158 MB at most for all offices, and nothing on disk: docs/decisions.md."""
    reports = template.all("Lambda::Function")["ReportsFunction"]
    assert (reports["MemorySize"], reports["Timeout"]) == (512, 900)
    assert reports["EphemeralStorage"] == {"Size": 512}
