"""Deploying: the files of a Space, and the message if it cannot be uploaded. No test needs a network."""

import re
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from unittest.mock import Mock

import pytest
from huggingface_hub import SpaceCardData
from huggingface_hub.errors import HfHubHTTPError, HTTPError
from huggingface_hub.repocard import RepoCard

from demo.__main__ import main
from deploy import check, cluster, space, upload
from export.formats.browser import serving
from harness.server import ROOT


@pytest.mark.parametrize("static", [False, True], ids=["gradio", "static"])
def test_a_dry_run_lists_each_file_and_the_sum(static, capsys):
    main(["deploy", "--space", "ada/both-sides", "--dry-run", *["--static"] * static])
    *rows, total = [line.split() for line in capsys.readouterr().out.splitlines()]
    sizes = {name: int(size.replace(",", "")) for size, name in rows}
    assert sum(sizes.values()) == int(total[0].replace(",", "")) and len(sizes) == int(total[3])
    assert max(sizes.values()) < space.LIMIT
    assert {"README.md", "index.html" if static else "app.py"} <= sizes.keys()
    assert not any(name.startswith(("tests/", "export/", ".", "models/trained")) for name in sizes)


def test_the_cards_are_such_as_the_hub_takes(tmp_path):
    server = RepoCard.load(ROOT / "README.md").data.to_dict()
    space.write(tmp_path, space.files(static=True))
    page = RepoCard.load(tmp_path / "README.md").data.to_dict()
    assert SpaceCardData(**server).to_dict() == server and SpaceCardData(**page).to_dict() == page
    assert (server["sdk"], page["sdk"]) == ("gradio", "static")
    assert f"gradio=={server['sdk_version']}" in (ROOT / "requirements.txt").read_text(encoding="utf-8")
    assert (tmp_path / page["app_file"]).is_file()


@pytest.mark.parametrize("static", [False, True], ids=["gradio", "static"])
def test_every_link_of_a_page_leads_somewhere(static, tmp_path):
    space.write(tmp_path, space.files(static))
    pages = [tmp_path / "README.md", *(tmp_path / "docs").glob("*.md")]
    links = {
        (page, link) for page in pages for link in re.findall(r"]\((?!https?:|#)([^)#]+)", page.read_text("utf-8"))
    }

    assert static or {"docs/app.png", "docs/phone.md"} <= {link for page, link in links if page.name == "README.md"}
    assert [link for page, link in links if not (page.parent / link).is_file()] == []


def test_a_page_keeps_the_words_of_a_link_that_would_lead_nowhere():
    text = (ROOT / "docs" / "models.md").read_text(encoding="utf-8")
    here = re.search(r"(?<!!)\[([^]]+)]\(\.\./models/[^)]+\)", text)
    page = space.files()["docs/models.md"].decode()

    assert here[0] not in page and f"`{here[1]}`" in page


@pytest.mark.parametrize("name", ["ada", "ada/both/sides", "../x", "ada/"])
def test_a_wrong_name_gets_a_sentence(name):
    with pytest.raises(SystemExit, match="is not a valid name of a Space. It must be USER/NAME"):
        main(["deploy", "--space", name, "--dry-run"])


def test_without_a_token_it_says_how_to_get_one(monkeypatch):
    monkeypatch.setattr(upload, "get_token", lambda: None)
    with pytest.raises(SystemExit, match="There is no token of the Hugging Face Hub"):
        main(["deploy", "--space", "ada/both-sides"])


REFUSAL = HfHubHTTPError("403: not\nyours", response=Mock())


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (REFUSAL, "The Hub refused 'ada/both-sides': 403: not yours"),
        (HTTPError("no route"), r"The Hugging Face Hub \(.*\) cannot be reached: no route"),
        (OSError("no network"), "cannot be reached: no network"),
    ],
)
def test_what_the_hub_or_the_network_refuses_is_said_in_a_sentence(error, sentence, monkeypatch):
    monkeypatch.setattr(upload, "get_token", lambda: "hf_token")
    monkeypatch.setattr(upload.HfApi, "create_repo", Mock(side_effect=error))
    with pytest.raises(SystemExit, match=sentence):
        main(["deploy", "--space", "ada/both-sides"])


def test_a_full_disk_is_not_the_hubs_fault_and_no_space_is_created(monkeypatch):
    create = Mock()
    monkeypatch.setattr(upload, "get_token", lambda: "hf_token")
    monkeypatch.setattr(upload.HfApi, "create_repo", create)
    monkeypatch.setattr(space, "write", Mock(side_effect=OSError("No space left on device")))
    with pytest.raises(SystemExit, match="^No space left on device$"):
        main(["deploy", "--space", "ada/both-sides"])
    assert not create.called


def test_a_file_that_is_too_large_is_named(monkeypatch):
    monkeypatch.setattr(space, "_server", lambda: {"fits": bytes(99), "large": bytes(100)})
    monkeypatch.setattr(space, "LIMIT", 100)
    with pytest.raises(SystemExit, match="^'large' has 100 bytes. A file for a Space must have less than 100.$"):
        main(["deploy", "--space", "ada/both-sides", "--dry-run"])


def test_what_is_built_by_a_command_stays_here_and_so_does_its_compressed_form(monkeypatch):
    small, large = (
        f"static/models/{path}" for path in ("compact/tfjs-uint8/model.json", "photo/tfjs-float32/model.json")
    )
    there = [ROOT / f"{name}{end}" for name in (small, large) for end in ("", ".br", ".gz")]
    monkeypatch.setattr(space, "_under", lambda folder: there if folder == ROOT / "static" else [])
    sent = {f"static/{name}" for name in space.files(static=True)}
    assert {name for name in sent if "/models/" in name} == {small, f"{small}.br", f"{small}.gz"}


def test_this_machines_own_server_is_asked_without_a_proxy(monkeypatch, tmp_path):
    (tmp_path / "healthz").write_text("ready")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(SimpleHTTPRequestHandler, "log_message", Mock())
    for name in ("http_proxy", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    monkeypatch.setenv("no_proxy", "")
    with serving(ThreadingHTTPServer(("127.0.0.1", 0), SimpleHTTPRequestHandler)) as origin:
        assert check._get(f"{origin}/healthz") == b"ready"
        assert cluster._is_ready(int(origin.rpartition(":")[2]))
