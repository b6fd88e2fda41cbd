import assert from "node:assert/strict";
import { test } from "node:test";

import { History } from "../../../static/js/input/history.js";

test("each state can be undone and redone, in order", () => {
  const history = new History("empty");
  assert.deepEqual([history.canUndo, history.canRedo], [false, false]);
  history.add("one");
  history.add("two");
  assert.equal(history.undo(), "one");
  assert.equal(history.undo(), "empty");
  assert.deepEqual([history.canUndo, history.canRedo], [false, true]);
  assert.equal(history.redo(), "one");
  assert.equal(history.redo(), "two");
  assert.deepEqual([history.canUndo, history.canRedo], [true, false]);
});

test("at either end nothing changes", () => {
  const history = new History("empty");
  assert.equal(history.undo(), "empty");
  assert.equal(history.redo(), "empty");
});

test("after a new state there is nothing to redo", () => {
  const history = new History("empty");
  history.add("one");
  history.undo();
  history.add("other");
  assert.equal(history.canRedo, false);
  assert.equal(history.undo(), "empty");
});
