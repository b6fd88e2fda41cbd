"""What the page says, and in which language."""

import re

HANGUL = re.compile("[\uac00-\ud7a3]")
SHOWN = """() => {
  const texts = [document.title];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (node.nodeType === Node.TEXT_NODE) {
      const parent = node.parentElement;
      if (parent.checkVisibility() && !parent.closest("script, style, noscript")) texts.push(node.data);
    } else if (node.checkVisibility()) {
      for (const name of ["aria-label", "title", "alt"]) texts.push(node.getAttribute(name) ?? "");
    }
  }
  return [...new Set(texts.map((text) => text.trim().replace(/\\s+/g, " ")).filter(Boolean))];
}"""
"""All texts of the page that a user reads or hears."""
