"""Helpers for the settings: model, precision and engine, behind one button."""

from playwright.sync_api import Page


def show(page: Page) -> None:
    """Opens the settings, unless they are open."""
    if not page.locator("#settings").evaluate("(details) => details.open"):
        page.get_by_test_id("settings").click()


def select(page: Page, picker: str, value: str) -> None:
    """Chooses a value as a user does: opens the settings, and closes them afterwards."""
    show(page)
    page.get_by_test_id(picker).select_option(value)
    page.keyboard.press("Escape")
