# Both Sides: `make demo` runs it, `make test` tests it. Both make all that they need.

.DEFAULT_GOAL := help
.PHONY: help demo cluster check test release converters-test format build models export bench report readme android android-test lock

SERVER := .venv/bin/python
DEV := .venv-dev/bin/python
RAY := .venv-ray/bin/python
PORT ?= 7860

# The first Python of these that is there; TensorFlow has no 3.13 yet, the server alone runs on it too.
FIND = $(firstword $(foreach version,$(1),$(shell command -v python$(version) >/dev/null 2>&1 && python$(version) -c '' >/dev/null 2>&1 && echo python$(version))))
FOR_DEV = $(or $(PYTHON),$(call FIND,3.11 3.12))
FOR_SERVER = $(or $(PYTHON),$(call FIND,3.11 3.12 3.13))
FOR_ONNX = $(or $(PYTHON),$(call FIND,3.12 3.13))
FOR_OLDEST = $(or $(call FIND,3.11),$(PYTHON))

help:
	@echo 'make demo              the app on http://127.0.0.1:$(PORT) (PORT= for another port)'
	@echo 'make cluster           the API and the page on a local Ray cluster, at the same address (PORT=, REPLICAS=)'
	@echo 'make check             about a minute on two cores, 20 s more the first time: linters, types, and the tests without'
	@echo '                       TensorFlow, Chromium and Ray'
	@echo 'make test              make check, and all tests but those of the next two lines (ARGS= for pytest)'
	@echo 'make release           the trials that take long: a fresh Space, a minute under load, three browsers, all test digits'
	@echo 'make converters-test   converts an ONNX file and a PyTorch program; installs 8 GB for it, and needs Python 3.12 or 3.13'
	@echo 'make format            formats all that people write'
	@echo 'make build             bundles the page and what it needs from npm, as one file too, and compresses all'
	@echo 'make models            trains all models again (MODEL= for one)'
	@echo 'make export            converts, verifies and publishes them (MODEL= for one)'
	@echo 'make bench             how long an answer takes on each side, what a first visit transfers, what the server costs, its rivals; needs wrk'
	@echo 'make report            compares both sides and measures hybrids: a table and pictures in docs/, a curve for the page'
	@echo 'make readme            takes all measurements and pictures of the README and docs/'
	@echo 'make android           the Android app as an APK, without Google'\''s SDK; it needs a JDK, Maven and Debian packages'
	@echo 'make android-test      runs the app'\''s screens and its interpreter in Java, and checks the APK'
	@echo 'make lock              writes the requirements files from pyproject.toml'

demo: .venv/installed
	@PORT=$(PORT) $(SERVER) app.py

cluster: .venv-ray/installed
	@PORT=$(PORT) $(RAY) -m deploy.cluster

check: .venv/installed .venv-dev/installed node_modules/installed
	@$(DEV) -m tools.check

# three processes keep two cores busy while a test waits; TensorFlow's threads would wait for each other
test: export TF_NUM_INTRAOP_THREADS = 1
test: .venv/installed .venv-dev/installed .venv-mediapipe/installed .venv-oldest/installed .venv-ray/installed node_modules/installed
	@$(DEV) -m export.chromium >/dev/null
	@$(DEV) -m tools.check --skip pytest
	@$(DEV) -m pytest -m "not release" --numprocesses=3 --dist=loadfile --no-loadscope-reorder $(ARGS)

release: .venv/installed .venv-dev/installed .venv-oldest/installed .venv-ray/installed
	@$(DEV) -m harness.engines >/dev/null
	@$(DEV) -m pytest -m release tests/release tests/browser tests/export $(ARGS)

converters-test: .venv-dev/installed .venv-oldest/installed .venv-onnx/installed .venv-torch/installed
	@$(DEV) -m export.chromium >/dev/null
	@$(DEV) -m pytest tests/converters $(ARGS)

format: .venv-dev/installed node_modules/installed
	@$(DEV) -m ruff check --fix --quiet
	@$(DEV) -m ruff format --quiet
	@$(NODE) npx prettier --write --log-level warn . "!.venv*/**"

build: .venv-dev/installed node_modules/installed
	@$(NODE) npm run build --silent
	@$(DEV) -m export page --single-file
	@$(NODE) npm run compress --silent

models: .venv-dev/installed
	@$(DEV) -m models train $(MODEL)

export: .venv-dev/installed .venv-oldest/installed node_modules/installed
	@$(DEV) -m export.chromium >/dev/null
	@$(DEV) -m export $(MODEL)
	@$(NODE) npm run build --silent && $(NODE) npm run compress --silent

# It also needs Debian's package `wrk`, which puts the servers under load.
bench: .venv/installed .venv-dev/installed .venv-ray/installed .venv-rivals/installed
	@$(DEV) -m export.chromium >/dev/null
	@for table in sides first_visit home server cost rivals batches; do $(DEV) -m tools.$$table || exit 1; echo; done

# Both measure hybrids, whose curve is a file of the page: it is built and compressed again.
report: .venv/installed .venv-dev/installed node_modules/installed
	@$(DEV) -m export.chromium >/dev/null
	@$(DEV) -m tools.readme comparison hybrid
	@$(NODE) npm run build --silent && $(NODE) npm run compress --silent

# It also needs `wrk`, as `bench` does.
readme: .venv/installed .venv-dev/installed .venv-ray/installed .venv-rivals/installed node_modules/installed
	@$(DEV) -m harness.engines >/dev/null
	@$(DEV) -m tools.readme
	@$(NODE) npm run build --silent && $(NODE) npm run compress --silent

android:
	@$(or $(FOR_SERVER),python3) -m android apk

android-test: .venv/installed
	@$(SERVER) -m android test
	@$(SERVER) -m unittest --quiet android.test_apk

.venv/installed: requirements.txt
	$(call venv,.venv,$(FOR_SERVER),13)

.venv-dev/installed: requirements-dev.txt
	$(call venv,.venv-dev,$(FOR_DEV),12)

# MediaPipe Tasks, as a phone has it: it reads the published files and knows nothing of this project.
.venv-mediapipe/installed: requirements-mediapipe.txt
	$(call venv,.venv-mediapipe,$(FOR_DEV),12)

# The oldest runtime that pip still gives, in which every .tflite must answer as in the newest.
.venv-oldest/installed: requirements-oldest.txt
	$(call venv,.venv-oldest,$(FOR_OLDEST),11)

# onnx2tf and ONNX Runtime, to convert a user's ONNX file.
.venv-onnx/installed: requirements-onnx.txt
	$(call venv,.venv-onnx,$(FOR_ONNX),13,12)

# litert-torch and PyTorch, to convert a user's PyTorch program: some gigabytes.
.venv-torch/installed: requirements-torch.txt
	$(call venv,.venv-torch,$(FOR_SERVER),13)

# Ray, and what the API needs: what a node of a cluster installs.
.venv-ray/installed: requirements-ray.txt
	$(call venv,.venv-ray,$(FOR_SERVER),13)

# The servers that `make bench` compares this one with.
.venv-rivals/installed: requirements-rivals.txt
	$(call venv,.venv-rivals,$(FOR_SERVER),13)

# Node itself is among the packages of `.venv-dev`.
NODE := PATH="$(CURDIR)/.venv-dev/bin:$$PATH"
node_modules/installed: package-lock.json | .venv-dev/installed
	$(call no_link,node_modules)
	@echo 'Installing $< into node_modules ...'
	@$(NODE) npm ci --silent --no-audit --no-fund
	@touch $@

# What is installed into a folder empties it first, and what a link leads to is somebody else's.
no_link = @test ! -L $(1) || { echo "'$(1)' is a link, and what it leads to would be emptied: remove it." >&2; exit 1; }

# 1: folder, 2: Python, 3: the newest 3.x that serves, 4: the oldest, if that is not 11. The stamp comes last: what was interrupted is done again.
define venv
$(call no_link,$(1))
@$(or $(2),python3) -c 'import sys; sys.exit(None if (3, $(or $(4),11)) <= sys.version_info[:2] <= (3, $(3)) else "$(1) needs Python 3.$(or $(4),11)$(if $(filter-out 11,$(3)), to 3.$(3)), and found %d.%d. Install one, or name it: make PYTHON=python3.$(or $(4),11)" % sys.version_info[:2])'
@echo 'Installing $< into $(1) ...'
@$(or $(2),python3) -m venv --clear $(1)
@$(1)/bin/python -m pip install --quiet --disable-pip-version-check --requirement $<
@touch $@
endef

# `uv` resolves for every platform and Python at once; the server's versions are those that the tests ran with. The
# server's lock has no hashes, for a Space installs it in one command with packages that have none. A cluster has the
# server's versions, but for `packaging`, of which Ray needs a newer one; uv also looks at Python 3.14, for which Ray
# needs a newer `pydantic`. The rivals share with this server what they run on, so that none is older, and the
# `backports-strenum` that is for Python 3.11.
UV := uv pip compile --quiet --universal --python-version 3.11 --no-emit-index-url --no-header
lock:
	$(UV) --generate-hashes --extra dev pyproject.toml --output-file requirements-dev.txt
	$(UV) --constraint requirements-dev.txt pyproject.toml --output-file requirements.txt
	$(UV) --generate-hashes --group mediapipe --output-file requirements-mediapipe.txt
	$(UV) --generate-hashes --group oldest --output-file requirements-oldest.txt
	$(subst 3.11,3.12,$(UV)) --generate-hashes --group onnx --output-file requirements-onnx.txt
	$(UV) --generate-hashes --group torch --output-file requirements-torch.txt
	sed -e '/^packaging==/d' -e "s/^pydantic.*/& ; python_version < '3.14'/" requirements.txt | \
		$(UV) --generate-hashes --no-config --constraint - --group ray --output-file requirements-ray.txt
	grep -E '^(backports-strenum|fastapi|httptools|pillow|starlette|uvicorn|uvloop)==' requirements.txt | \
		$(UV) --generate-hashes --no-config --constraint - --group rivals --output-file requirements-rivals.txt
