"""The downloads: every file for devices, and where it lies."""

from playwright.sync_api import Page, expect

from models import catalog


def test_every_file_is_offered_or_says_why_not(page: Page, static_server: str):
    page.goto(f"{static_server}/index.html?view=downloads")
    page.wait_for_selector("html[data-ready=true]")
    for model in catalog.load().models:
        rows = page.get_by_test_id(f"files-{model.name}").locator("tbody tr")
        files = [file for file in model.files if file.format in ("tflite", "tfjs")]
        expect(rows).to_have_count(len(files))
        for row, file in zip(rows.all(), files, strict=True):
            if file.withheld or file.command:
                expect(row).to_contain_text(file.withheld or file.command)
            else:
                hrefs = [link.evaluate("link => link.href") for link in row.locator("a").all()]
                assert hrefs == [f"{static_server}/models/{part.path}" for part in (file, *file.parts)]
                assert page.request.get(hrefs[0]).ok
            expect(row.locator("code")).to_have_attribute("title", file.sha256)
    assert (
        page.get_by_role("link", name="The page in one file").evaluate("link => link.href").endswith("/both-sides.html")
    )
