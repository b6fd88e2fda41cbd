self.SHELL = [
  {
    "url": "favicon.svg",
    "revision": "11f30bc9e9648dc5"
  },
  {
    "url": "index.html",
    "revision": "7a5c858cd57fbed7"
  },
  {
    "url": "js/answer.js",
    "revision": "3483f546a0ef5599"
  },
  {
    "url": "js/catalog.js",
    "revision": "778454e31876fb47"
  },
  {
    "url": "js/engine.js",
    "revision": "14889feba8163319"
  },
  {
    "url": "js/inference.js",
    "revision": "158f1f5c987b8d77"
  },
  {
    "url": "js/latest.js",
    "revision": "31876a97683684c4"
  },
  {
    "url": "js/main.js",
    "revision": "cfaa22b7147dd80d"
  },
  {
    "url": "js/offline.js",
    "revision": "477e05e3e02fcd16"
  },
  {
    "url": "js/pad.js",
    "revision": "7664138050da473d"
  },
  {
    "url": "js/picture.js",
    "revision": "cdce5537ad504015"
  },
  {
    "url": "js/probabilities.js",
    "revision": "77aa3f4a0f0a23ee"
  },
  {
    "url": "js/worker.js",
    "revision": "5d47d216540840be"
  },
  {
    "url": "style.css",
    "revision": "3bd3524d3a800ee8"
  },
  {
    "url": "vendor/chunk-6LPJPXNB.js",
    "revision": "aeeba6452457e097"
  },
  {
    "url": "vendor/chunk-YVSA2ZOB.js",
    "revision": "22800fbec5380916"
  },
  {
    "url": "vendor/comlink.js",
    "revision": "df78677b781ea2ec"
  },
  {
    "url": "vendor/signature_pad.js",
    "revision": "c56f0caa5077f288"
  },
  {
    "url": "vendor/tfjs-backend-wasm-simd.wasm",
    "revision": "77ebb28a6d34f371"
  },
  {
    "url": "vendor/tfjs-cpu.js",
    "revision": "def6d262e0179da8"
  },
  {
    "url": "vendor/tfjs-wasm.js",
    "revision": "57de60e9324d10c9"
  },
  {
    "url": "vendor/tfjs.js",
    "revision": "542a6009f9ea63f0"
  }
];
