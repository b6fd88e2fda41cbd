"""The contract: the catalog matches its schema, and contains every decision that readers would otherwise derive."""

import dataclasses
import json

import jsonschema_rs
import pytest

import catalog
from catalog import EXAMPLES, FORMATS, FORMS, LIMITS, Catalog, Features, File, FrontEnd, Model, Part
from harness.server import ROOT

SCHEMA = json.loads((ROOT / "catalog" / "schema.json").read_text(encoding="utf-8"))
PUBLISHED = catalog.load()


def a_file(format: str = "tflite", precision: str = "float32", **changes) -> File:
    figures = {
        "bytes": 100,
        "accuracy": 0.99,
        "max_difference": 1e-7,
        "labels_differ": 0,
        "pictures": 9,
        "milliseconds": 1.0,
    }
    path = FORMATS[format].path_of("small", precision)
    return File(format=format, precision=precision, path=path, sha256="00" * 32, **{**figures, **changes})


def a_model(*files: File) -> Model:
    return Model(
        name="small",
        title="Small",
        task="digit",
        version="abc",
        labels=("0", "1"),
        input=(1, 224, 224, 3),
        parameters=1,
        accuracy=None,
        training_seconds=None,
        files=files,
    )


def test_the_published_catalog_is_as_the_schema_says():
    text = catalog.PATH.read_text(encoding="utf-8")
    jsonschema_rs.validator_for(SCHEMA).validate(json.loads(text))
    assert PUBLISHED.to_json() == text


@pytest.mark.parametrize("key", ["default", "models", "limits"])
def test_the_schema_refuses_a_catalog_without_one_of_its_keys(key):
    fields = json.loads(PUBLISHED.to_json())
    del fields[key]
    assert not jsonschema_rs.validator_for(SCHEMA).is_valid(fields)


def test_further_keys_pass():
    fields = json.loads(PUBLISHED.to_json())
    for owner in (fields, fields["models"][0], fields["models"][0]["files"][0], fields["front_end"]):
        owner["of_the_future"] = [1]
    assert jsonschema_rs.validator_for(SCHEMA).is_valid(fields)
    assert Catalog.from_json(json.dumps(fields)) == PUBLISHED


@pytest.mark.parametrize("kind", [Part, File, Features, Model, FrontEnd, catalog.Example, catalog.Limits])
def test_the_schema_describes_every_key_of_the_dataclasses(kind):
    described = SCHEMA["definitions"][kind.__name__]["properties"]
    worked_out = {File: {"exact", "server_precision"}, Model: {"defaults"}}.get(kind, set())
    assert {field.name for field in dataclasses.fields(kind)} | worked_out == described.keys()


def test_a_format_of_the_schema_is_one_of_the_registry():
    assert SCHEMA["definitions"]["File"]["properties"]["format"]["enum"] == list(FORMATS)
    assert list(FORMS) == [(name, precision) for name, format in FORMATS.items() for precision in format.precisions]


@pytest.mark.parametrize("model", PUBLISHED.models, ids=[model.name for model in PUBLISHED.models])
def test_every_file_lies_where_its_format_puts_it(model):
    for file in model.files:
        assert file.path == FORMATS[file.format].path_of(model.name, file.precision)
        assert bool(file.parts) == FORMATS[file.format].has_parts


def test_a_precision_that_a_format_has_not_is_named():
    with pytest.raises(ValueError, match="Format 'keras' has no precision 'int8'. It has: float32."):
        FORMATS["keras"].path_of("small", "int8")


def test_a_file_is_exact_within_the_limit():
    assert a_file(max_difference=LIMITS.difference).exact
    assert not a_file(max_difference=LIMITS.difference * 1.001).exact


def test_a_page_takes_the_smallest_exact_file_and_the_server_the_first():
    files = [a_file(precision=each, bytes=size) for each, size in {"float32": 300, "float16": 200, "int8": 100}.items()]
    files[2] = dataclasses.replace(files[2], max_difference=0.1)
    defaults = a_model(*files, a_file("tfjs")).defaults
    paths = {"server": files[0].path, "tflite": files[1].path, "tfjs": "small/tfjs-float32/model.json"}
    assert defaults == paths


def test_a_file_that_not_every_host_has_is_a_default_only_where_there_is_no_other():
    large, rough = a_file(command="make it"), a_file(precision="float16", max_difference=0.1)
    assert a_model(large, rough).defaults == {"server": rough.path, "tflite": rough.path}
    assert a_model(large).defaults == {"server": large.path, "tflite": large.path}


def test_a_file_that_is_withheld_is_no_default():
    assert a_model(a_file(withheld="It lost too much.")).defaults == {}


def test_the_server_is_asked_for_what_should_answer_as_the_page_does():
    float32, int8 = a_file(), a_file(precision="int8", max_difference=0.1)
    exact, rough = a_file("tfjs", "float16"), a_file("tfjs", "uint8", max_difference=0.1)
    model = a_model(float32, int8, exact, rough)
    assert (model.server_precision(exact), model.server_precision(rough)) == ("float32", "int8")
    assert a_model(float32, rough).server_precision(rough) == "float32"
    assert a_model(rough).server_precision(rough) is None


def test_every_example_is_there_and_has_a_model_that_knows_it():
    folder = ROOT / "static" / "data" / "examples"
    assert {example.file for example in EXAMPLES} == {path.name for path in folder.glob("*.[pj][np]g")}
    assert {example.task for example in EXAMPLES} <= {model.task for model in PUBLISHED.models}
