/** In the single file, `fetch` and `Worker` return what the file contains, and nothing leaves the device. */

import { bytesIn } from "../static/js/core/base64.js";

const isPage = typeof document !== "undefined";

/** Contents in base64, by their paths relative to the page. @type {Record<string, string>} */
const FILES = isPage ? JSON.parse(document.getElementById("files").textContent) : self.FILES;
const TYPES = { json: "application/json", wasm: "application/wasm" };

self.fetch = async (input) => {
  const name = new URL(input instanceof Request ? input.url : input, "https://both-sides.invalid/").pathname.slice(1);
  if (!(name in FILES)) throw new TypeError(`${name} is not in this file.`);
  return new Response(bytesIn(FILES[name]), {
    headers: { "Content-Type": TYPES[name.split(".").pop()] ?? "application/octet-stream" },
  });
};

if (isPage) {
  const source = /** @type {PropertyDescriptor} */ (Object.getOwnPropertyDescriptor(HTMLImageElement.prototype, "src"));
  Object.defineProperty(HTMLImageElement.prototype, "src", {
    ...source,
    set(address) {
      const held = FILES[new URL(address, "https://both-sides.invalid/").pathname.slice(1)];
      source.set?.call(this, held ? `data:image/png;base64,${held}` : address);
    },
  });

  const script = [`self.FILES = ${JSON.stringify(FILES)};`, document.getElementById("worker").textContent];
  const address = URL.createObjectURL(new Blob(script, { type: "text/javascript" }));
  self.Worker = class extends Worker {
    constructor() {
      super(address); // there is only one worker, and it is not a module
    }
  };
}
