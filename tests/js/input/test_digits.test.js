import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { afterEach, describe, test } from "node:test";

import { pictureOf, readTestDigits } from "../../../static/js/input/test_digits.js";

const { fetch } = globalThis;

/** @param {(name: string, bytes: Buffer) => Response} answer */
function host(answer) {
  globalThis.fetch = async (url) => answer(String(url), await readFile(new URL(String(url))));
}

describe("the test digits", () => {
  afterEach(() => void (globalThis.fetch = fetch));

  test("the test set is 10,000 images of 28x28 and their labels", async () => {
    host((_, bytes) => new Response(new Uint8Array(bytes)));
    const { images, labels } = await readTestDigits();
    assert.equal(labels.length, 10_000);
    assert.equal(images.length, 10_000);
    assert.ok(images.every(({ length }) => length === 28 * 28));
    assert.deepEqual([...labels.slice(0, 5)], [7, 2, 1, 0, 4]);
    assert.ok(images[9999].some((ink) => ink > 200));
  });

  test("it can also be read if HTTP has already decompressed it", async () => {
    host(
      (_, bytes) =>
        new Response(new Blob([new Uint8Array(bytes)]).stream().pipeThrough(new DecompressionStream("gzip"))),
    );
    const { labels } = await readTestDigits();
    assert.deepEqual([...labels.slice(0, 5)], [7, 2, 1, 0, 4]);
  });

  test("the error names the file and the status if the host does not have it", async () => {
    host(() => new Response("", { status: 404 }));
    await assert.rejects(readTestDigits(), /data\/t10k-\S+ is not on this host: it answers 404\./);
  });

  test("each pixel becomes a square of the model's picture, opaque", () => {
    const image = Uint8Array.from({ length: 28 * 28 }, (_, index) => index % 251);
    const picture = pictureOf(image, [1, 56, 84, 3]);
    assert.equal(picture.length, 56 * 84 * 4);
    for (const [y, x] of [
      [0, 0],
      [1, 2],
      [55, 83],
      [20, 40],
    ]) {
      const ink = image[Math.floor(y / 2) * 28 + Math.floor(x / 3)];
      assert.deepEqual([...picture.slice((y * 84 + x) * 4, (y * 84 + x) * 4 + 4)], [ink, ink, ink, 255]);
    }
  });
});
