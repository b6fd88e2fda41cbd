import assert from "node:assert/strict";
import { test } from "node:test";

import { announcer } from "../../../static/js/answer/announcement.js";

/** @param {import("node:test").TestContext} context */
function listening({ mock }) {
  mock.timers.enable({ apis: ["setTimeout"] });
  const region = /** @type {HTMLElement} */ ({ textContent: "" });
  return { region, announce: announcer(region), tick: (/** @type {number} */ ms) => mock.timers.tick(ms) };
}

test("an answer is announced once it has been the same for a while", (context) => {
  const { region, announce, tick } = listening(context);
  announce("3", "3", false);
  tick(500);
  announce("5", "5", false);
  tick(500);
  assert.equal(region.textContent, "", "it has just changed");
  tick(200);
  assert.equal(region.textContent, "5");
});

test("the newest text is announced, and again only when the name changes", (context) => {
  const { region, announce, tick } = listening(context);
  announce("5", "5, 90 %", false);
  announce("5", "5, 95 %", false);
  tick(600);
  assert.equal(region.textContent, "5, 95 %");
  announce("5", "5, 99 %", false);
  tick(600);
  assert.equal(region.textContent, "5, 95 %");
});

test("nothing is announced while a stroke is drawn; the same answer is announced again after it", (context) => {
  const { region, announce, tick } = listening(context);
  announce("5", "5", false);
  tick(600);
  region.textContent = "";
  announce("5", "5", true);
  tick(1000);
  assert.equal(region.textContent, "");
  announce("5", "5", false);
  tick(600);
  assert.equal(region.textContent, "5");
});
