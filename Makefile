# Satark Mitra. `make up` runs the whole system here; `make test` proves it.

PYTHON ?= python3
RANGE ?= varanasi
STAGE ?= pilot
PERIOD ?= $(shell date +%Y-%m)

export UV := $(CURDIR)/.uv/bin/uv
export UV_SYSTEM_CERTS := 1
export PATH := $(CURDIR)/.venv/bin:$(PATH)
export PYTHONPATH := $(CURDIR):$(CURDIR)/layers/common/python
# Two packages and the CDK look for these; nothing of ours does.
export JSII_SILENCE_WARNING_UNTESTED_NODE_VERSION := 1

ifeq ($(STAGE),local)
-include .local/operator.mk
endif

.DEFAULT_GOAL := help
.PHONY: help up test check promises unit synth bench format lock epoch roster user verify certificate confirm files range report clean browser

help: ## Show this help
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-8s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

up: .venv/installed build/fonts build/typefaces ## Run the whole system on this machine, phones in the browser
	@python -m local --range $(RANGE)

test: check .venv/installed build/fonts build/typefaces build/chromium build/trino build/axe ## Check the code, then run every test
	@python -m pytest -n 2

check: .venv/installed ## Format, lint, types, import rules
	@ruff format --check --quiet .
	@ruff check --quiet .
	@mypy
	@lint-imports --no-logo

promises: .venv/installed build/fonts ## Show each privacy promise with the tests that hold it
	@python -m pytest -q -p tests.promises.table -n 2 tests/promises tests/infra tests/unit tests/faults

unit: .venv/installed ## Run the fast tests only
	@python -m pytest -q tests/unit tests/adapters

synth: .venv/installed ## Synthesise the CloudFormation template into cdk.out; cdk-nag and cfn-lint
	@python -m infra.app
	@cfn-lint --non-zero-exit-code error cdk.out/*.template.json

bench: .venv/installed build/typefaces ## Measure against the budgets; some: make bench ONLY="layers report_build"
	@python -m benchmarks $(ONLY)

report: .venv/installed build/typefaces ## Write a period's reports: make report RANGE=varanasi PERIOD=2026-11
	@python -m local.report --range $(RANGE) --period $(PERIOD) $(if $(LAKE),--lake $(LAKE))

range: .venv/installed ## Check a range's folder: make range RANGE=varanasi
	@python -m satark.police_range.build ranges/$(RANGE) --check

roster: .venv/installed ## Import officers: make roster STAGE=pilot FILE=officers.csv
	@python -m operations.roster --stage $(STAGE) --range $(RANGE) $(FILE)

user: .venv/installed ## An officer may sign in: make user STAGE=pilot OFFICE=district:jaunpur EMAIL=sp@example.org
	@python -m operations.user --stage $(STAGE) --office "$(OFFICE)" --name "$(NAME)" --email "$(EMAIL)" $(if $(AUDITOR),--auditor)

certificate: .venv/installed build/typefaces ## For a court, all but the signatures: make certificate STAGE=pilot TIP=4829-1376
	@python -m operations.certificate --stage $(STAGE) --range $(RANGE) $(TIP)

verify: .venv/installed ## Whether anybody touched the ledger: make verify STAGE=pilot
	@python -m operations.verify --stage $(STAGE)

files: .venv/installed ## Files that two officers agreed to open: make files STAGE=pilot CASE=4829-1376
	@python -m operations.opening --stage $(STAGE) $(CASE)

confirm: .venv/installed ## An officer is still the officer: make confirm STAGE=pilot OFFICE=thana:ghazipur/zamania
	@python -m operations.confirm --stage $(STAGE) --office "$(OFFICE)" --name "$(NAME)"

epoch: .venv/installed ## End last month's address key: make epoch STAGE=pilot MFA="SERIAL CODE"
	@python -m operations.epoch --stage $(STAGE) --mfa "$(MFA)"

format: .venv/installed ## Format the code
	@ruff format --quiet . && ruff check --quiet --fix .

lock: .uv/bin/uv ## Resolve requirements/*.in anew into hashed locks without index addresses
	@cd requirements && for set in common flow media lake reports dashboard dev; do \
	  $(UV) pip compile --quiet --upgrade --generate-hashes --no-emit-index-url --no-header --universal \
	    --python-version 3.13 $$set.in --output-file $$set.txt; done

clean: ## Remove everything that make built
	@rm -rf .venv .uv build cdk.out .local

# All do without, loudly, where there is no network: the next run tries again.
build/fonts: | .venv/installed
	@python -m local.phones.fonts

build/typefaces: layers/typefaces/package-lock.json | .venv/installed
	@echo "Fetching the typefaces of reports"
	@python -m infra.typefaces $@ && touch $@

build/chromium: | .venv/installed
	@python -m tests.browser.chromium

build/trino: | .venv/installed
	@python -m tests.trino.grammar

build/axe: tests/browser/package-lock.json | .venv/installed
	@python -m tests.browser.axe

.uv/bin/uv:
	@echo "Setting up: uv"
	@$(PYTHON) -m venv .uv
	@.uv/bin/pip install --quiet --disable-pip-version-check uv

.venv/installed: .uv/bin/uv requirements/dev.txt .python-version
	@echo "Setting up: Python $$(cat .python-version) and the locked packages"
	@test -x .venv/bin/python || $(UV) venv --quiet --python "$$(cat .python-version)" .venv
	@$(UV) pip sync --quiet --python .venv/bin/python --require-hashes requirements/dev.txt
	@touch $@
