self.SHELL = [
  {
    "url": "answer.css",
    "revision": "1e232d29d639e14e"
  },
  {
    "url": "benchmark.css",
    "revision": "84e03466c8a51bf9"
  },
  {
    "url": "favicon.svg",
    "revision": "11f30bc9e9648dc5"
  },
  {
    "url": "index.html",
    "revision": "da72814a0a6c8180"
  },
  {
    "url": "js/answer.js",
    "revision": "8d1ddb6408148bc3"
  },
  {
    "url": "js/benchmark.js",
    "revision": "13801b1bc4e6b7c7"
  },
  {
    "url": "js/benchmark_view.js",
    "revision": "086f5c0f65aa8c0d"
  },
  {
    "url": "js/catalog.js",
    "revision": "9d5922eefa57fbf8"
  },
  {
    "url": "js/choice.js",
    "revision": "2072d99bf2d2e450"
  },
  {
    "url": "js/compare/view.js",
    "revision": "1f8538b66f0931af"
  },
  {
    "url": "js/downloads/view.js",
    "revision": "1f8538b66f0931af"
  },
  {
    "url": "js/engine.js",
    "revision": "14889feba8163319"
  },
  {
    "url": "js/examples.js",
    "revision": "b1608579ab217549"
  },
  {
    "url": "js/i18n.js",
    "revision": "b2670fc69ef3425b"
  },
  {
    "url": "js/inference.js",
    "revision": "2dc85c139b44fc96"
  },
  {
    "url": "js/latest.js",
    "revision": "31876a97683684c4"
  },
  {
    "url": "js/loading.js",
    "revision": "c8d7bee2a5c91762"
  },
  {
    "url": "js/main.js",
    "revision": "2739a2eaec562bc2"
  },
  {
    "url": "js/measure/view.js",
    "revision": "1f8538b66f0931af"
  },
  {
    "url": "js/offline.js",
    "revision": "4a09efe46f851f16"
  },
  {
    "url": "js/pad.js",
    "revision": "a1460d46e4e228e1"
  },
  {
    "url": "js/page.js",
    "revision": "3c43413384ffa57e"
  },
  {
    "url": "js/picker.js",
    "revision": "1c145f455f8e5e78"
  },
  {
    "url": "js/picture.js",
    "revision": "b6dbd1b0b0486fa9"
  },
  {
    "url": "js/probabilities.js",
    "revision": "77aa3f4a0f0a23ee"
  },
  {
    "url": "js/session.js",
    "revision": "df6b0b0867a32c7d"
  },
  {
    "url": "js/size.js",
    "revision": "b6b0ab742157e1d0"
  },
  {
    "url": "js/tasks.js",
    "revision": "621c5caef4df28eb"
  },
  {
    "url": "js/upload.js",
    "revision": "d906fcd47aac0984"
  },
  {
    "url": "js/views.js",
    "revision": "bab7b7f94591de53"
  },
  {
    "url": "js/worker.js",
    "revision": "bba1cd954614d2d0"
  },
  {
    "url": "style.css",
    "revision": "7aa0d1ac9cd32258"
  },
  {
    "url": "vendor/chunk-IXAFZQR6.js",
    "revision": "314b04ef468ece21"
  },
  {
    "url": "vendor/chunk-WDMXSLFW.js",
    "revision": "9f1727cfb798e967"
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
    "revision": "19b8a53f41dd19ae"
  },
  {
    "url": "vendor/tfjs-wasm.js",
    "revision": "cf4a8feed67c1cfd"
  },
  {
    "url": "vendor/tfjs.js",
    "revision": "0bd728b973b100b4"
  }
];
