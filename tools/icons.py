"""Draws the page's icons from `static/favicon.svg`: `python -m tools.icons`."""

from pathlib import Path

from export import chromium

STATIC = Path(__file__).parent.parent / "static"
ICONS = {"icon-192.png": (192, 1.0), "icon-512.png": (512, 1.0), "icon-maskable-512.png": (512, 0.8)}
"""Side in pixels, and the share that the drawing takes: a mask may cut off everything outside of 80 %."""


def main() -> None:
    svg = (STATIC / "favicon.svg").read_text(encoding="utf-8")
    with chromium.browser() as browser:
        for name, (side, share) in ICONS.items():
            page = browser.new_page(viewport={"width": side, "height": side})
            ground = "#1f5fd0" if share < 1 else "transparent"
            inner = f"width: {side * share}px; margin: {side * (1 - share) / 2}px"
            page.set_content(f'<body style="margin: 0; background: {ground}"><div style="{inner}">{svg}</div>')
            page.screenshot(path=STATIC / name, omit_background=True)


if __name__ == "__main__":
    main()
