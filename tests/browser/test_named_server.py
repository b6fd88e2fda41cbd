"""`?server=https://HOST`: the comparison with a server on another host, and the policy that goes with it."""

import re

import pytest
from playwright.sync_api import Page, expect

from harness import comparing, drawing

REFUSED = """async ([host, other]) => {
  const tried = [host, other].map((each) => fetch(`${each}/api/models`).then(() => "allowed", () => "refused"));
  return Promise.all(tried);
}"""


@pytest.fixture
def named(page: Page, server: str, static_server: str) -> Page:
    """The page on a host that only serves files, which names the server of another host in its address."""
    page.goto(f"{static_server}/index.html?view=compare&lang=en&server={server}")
    page.wait_for_selector("html[data-ready=true]")
    return page


def test_without_a_name_nothing_but_the_pages_own_host_is_allowed(page: Page, server: str, static_server: str):
    page.goto(f"{static_server}/index.html?view=compare&lang=en")
    page.wait_for_selector("html[data-ready=true]")
    policy = page.locator("meta[http-equiv=Content-Security-Policy]").get_attribute("content")
    directives = dict(each.strip().split(" ", 1) for each in policy.split(";"))
    assert directives["default-src"] == "'none'"
    assert directives["connect-src"] == directives["frame-src"] == "'self'"
    assert directives["img-src"] == "'self' blob:"
    assert not re.search(r"https?:|\*", policy)
    assert page.evaluate(REFUSED, [server, static_server.replace("/static", "")]) == ["refused", "allowed"]
    assert len(page.frames) == 1


def test_nothing_is_sent_before_the_reader_has_agreed(named: Page, server: str):
    asked = []
    named.context.on("request", lambda request: asked.append(request.url) if request.url.startswith(server) else None)
    named.wait_for_selector("#view-compare[data-phase]")  # the view is shown, and could have sent a request
    drawing.draw(named, named.get_by_test_id("pad"), "3")
    expect(named.get_by_test_id("browser-label")).to_have_text("3")
    expect(named.get_by_test_id("server-message")).to_contain_text("Nothing is sent there until you agree")
    comparing.unfold(named, "batch")
    named.get_by_test_id("batch").click()
    expect(named.get_by_test_id("batch-said")).to_contain_text("Nothing is sent there until you agree")
    assert not asked and len(named.frames) == 1
    expect(named.get_by_test_id("sent")).to_have_text("Bytes sent: 0.")


def test_a_named_server_answers_and_only_its_host_is_allowed_to_the_frame(named: Page, server: str, static_server: str):
    drawing.draw(named, named.get_by_test_id("pad"), "3")
    named.get_by_test_id("agree").click()
    expect(named.get_by_test_id("server-label")).to_have_text("3")
    expect(named.get_by_test_id("sent-to")).to_contain_text(f"sent to {server}")
    expect(named.get_by_test_id("versions")).to_have_attribute("data-behind", "none")
    times = named.get_by_test_id("server-times").evaluate("bar => ({ ...bar.dataset })")
    parts = named.evaluate(
        "text => Object.values(JSON.parse(text)).reduce((sum, each) => sum + each, 0)", times["parts"]
    )
    assert parts == pytest.approx(float(times["total"]), abs=1)
    expect(named.get_by_test_id("sent")).not_to_have_text("Bytes sent: 0.")

    other = static_server.replace("/static", "").replace("127.0.0.1", "localhost")
    assert named.evaluate(REFUSED, [server, other]) == ["refused", "refused"], "the page itself may do neither"
    [relay] = named.frames[1:]
    assert relay.evaluate(REFUSED, [server, other]) == ["allowed", "refused"]


def test_a_relay_that_could_not_be_loaded_is_loaded_again(named: Page):
    named.route("**/relay.html*", lambda route: route.fulfill(status=404, body="Not found"))
    drawing.draw(named, named.get_by_test_id("pad"), "3")
    named.get_by_test_id("agree").press("Enter")
    expect(named.get_by_test_id("sent-to")).to_be_focused()
    expect(named.get_by_test_id("server-message")).to_contain_text("The server cannot be reached.")
    named.unroute_all()
    expect(named.get_by_test_id("server-label")).to_have_text("3")
    assert len(named.frames) == 2


ASK = """([module, url]) => {
  const controller = new AbortController();
  import(module)
    .then(({ request }) => request(url, undefined, controller.signal))
    .catch(({ name }) => (document.title = name));
  globalThis.stop = () => controller.abort();
}"""


def test_a_relay_that_does_not_come_can_be_stopped(page: Page, static_server: str):
    page.route("**/empty.html*", lambda route: route.fulfill(body="<!doctype html>", content_type="text/html"))
    page.route("**/relay.html*", lambda route: None)
    page.goto(f"{static_server}/empty.html?server=https://example.invalid")
    with page.expect_request("**/relay.html*"):
        page.evaluate(ASK, [f"{static_server}/js/views/compare/named_server.js", "https://example.invalid/api/models"])
    page.evaluate("stop()")
    expect(page).to_have_title("AbortError")


@pytest.mark.parametrize(
    "name", ["http://example.com", "javascript:alert(1)", "https://a:b@example.com", "nowhere", "//x"]
)
def test_what_is_no_safe_address_is_said_and_not_asked(page: Page, server: str, name: str):
    comparing.opened(page, server, f"&server={name}")
    expect(page.get_by_test_id("sent-to")).to_contain_text("is not the address of a server")
    drawing.draw(page, page.get_by_test_id("pad"), "1")
    expect(page.get_by_test_id("server-label")).to_have_text("1")
    assert len(page.frames) == 1
