"""The manifest for Kubernetes: Ray takes its configuration, and it names what there is."""

import importlib
import subprocess

import pytest
import yaml

from deploy import ray_proxy
from deploy.ray_settings import ClusterSettings
from harness.server import ROOT
from tests.cluster.running import RAY_BIN

MANIFEST = ROOT / "deploy" / "kuberay.yaml"

LOADED = """
import importlib, sys, yaml
from ray.serve.schema import ServeDeploySchema

(application,) = ServeDeploySchema.model_validate(yaml.safe_load(sys.stdin)).applications
module, _, name = application.import_path.partition(":")
built = getattr(importlib.import_module(module), name)({})
print(application.name, type(built).__name__)
"""


@pytest.fixture(scope="module")
def spec() -> dict:
    return yaml.safe_load(MANIFEST.read_text(encoding="utf-8"))["spec"]


def test_ray_takes_the_configuration_and_finds_the_application(spec):
    ended = subprocess.run(
        [RAY_BIN / "python", "-c", LOADED], input=spec["serveConfigV2"], cwd=ROOT, capture_output=True, text=True
    )
    assert ended.stdout.split() == ["both-sides", "Application"], ended.stderr


def test_its_settings_and_paths_are_those_of_the_image(spec):
    (application,) = yaml.safe_load(spec["serveConfigV2"])["applications"]
    variables = application["runtime_env"]["env_vars"]
    settings = ClusterSettings.from_environment(variables)
    assert {name for name in variables if str(getattr(settings, name.lower())) == variables[name]} == variables.keys()
    groups = [spec["rayClusterConfig"]["headGroupSpec"], *spec["rayClusterConfig"]["workerGroupSpecs"]]
    for group in groups:
        (container,) = group["template"]["spec"]["containers"]
        given = {variable["name"]: variable["value"] for variable in container["env"]}
        assert given["RAY_SERVE_HTTP_PROXY_CALLBACK_IMPORT_PATH"] == ray_proxy.IMPORT_PATH
        assert application["args"]["releases"] == [f"{given['PYTHONPATH']}/static"]
    module, _, name = ray_proxy.IMPORT_PATH.partition(":")
    assert hasattr(importlib.import_module(module), name)


def test_the_image_has_the_version_of_ray_that_is_named(spec):
    lock = (ROOT / "requirements-ray.txt").read_text(encoding="utf-8")
    assert f"\nray=={spec['rayClusterConfig']['rayVersion']} " in lock
