self.SHELL = [
  {
    "url": "answer.css",
    "revision": "058a97760a993172"
  },
  {
    "url": "benchmark.css",
    "revision": "84e03466c8a51bf9"
  },
  {
    "url": "compare.css",
    "revision": "d9ec8058ac7b3833"
  },
  {
    "url": "downloads.css",
    "revision": "3922f82913632868"
  },
  {
    "url": "favicon.svg",
    "revision": "11f30bc9e9648dc5"
  },
  {
    "url": "icon-192.png",
    "revision": "b8d2560d41d6aa8b"
  },
  {
    "url": "index.html",
    "revision": "086ca575ba8433da"
  },
  {
    "url": "js/announcement.js",
    "revision": "b85386738d1f380a"
  },
  {
    "url": "js/answer.js",
    "revision": "8b75c3c54dd023da"
  },
  {
    "url": "js/benchmark.js",
    "revision": "acc6bc08fa50b773"
  },
  {
    "url": "js/benchmark_plot.js",
    "revision": "279226438766dd1a"
  },
  {
    "url": "js/benchmark_report.js",
    "revision": "ecc4b94be089ea56"
  },
  {
    "url": "js/benchmark_view.js",
    "revision": "daa8d79de3a25530"
  },
  {
    "url": "js/camera.js",
    "revision": "ee83f466a3662c65"
  },
  {
    "url": "js/camera_view.js",
    "revision": "a1e09d8a8fb63dc4"
  },
  {
    "url": "js/catalog.js",
    "revision": "c9dc79517cc3ac6c"
  },
  {
    "url": "js/choice.js",
    "revision": "5ddf6937992277ee"
  },
  {
    "url": "js/compare/costs.js",
    "revision": "d295fc5b8febd5d1"
  },
  {
    "url": "js/compare/network.js",
    "revision": "29ca995ec78cec1e"
  },
  {
    "url": "js/compare/server.js",
    "revision": "1d334d4cb326735e"
  },
  {
    "url": "js/compare/times_view.js",
    "revision": "234775f6a4dd35fc"
  },
  {
    "url": "js/compare/timings.js",
    "revision": "0852f10835b78bf0"
  },
  {
    "url": "js/compare/view.js",
    "revision": "029963550a733350"
  },
  {
    "url": "js/compare/words.js",
    "revision": "7b4d258a5c37747c"
  },
  {
    "url": "js/downloads/view.js",
    "revision": "0903e01f6bad77d0"
  },
  {
    "url": "js/engine.js",
    "revision": "99c1f025a1c3bc4e"
  },
  {
    "url": "js/engines/litert.js",
    "revision": "8c745a18816d051d"
  },
  {
    "url": "js/engines/names.js",
    "revision": "ac5959048b57eb6a"
  },
  {
    "url": "js/engines/pixels.js",
    "revision": "dfa671fcaebe5821"
  },
  {
    "url": "js/engines/tfjs.js",
    "revision": "2eaaef790725c594"
  },
  {
    "url": "js/examples.js",
    "revision": "4f84bd7cc5a83098"
  },
  {
    "url": "js/frame.js",
    "revision": "4ce9aea55669df59"
  },
  {
    "url": "js/history.js",
    "revision": "63adff07112d0234"
  },
  {
    "url": "js/i18n.js",
    "revision": "b2670fc69ef3425b"
  },
  {
    "url": "js/inference.js",
    "revision": "420c54e0929c83cc"
  },
  {
    "url": "js/latest.js",
    "revision": "31876a97683684c4"
  },
  {
    "url": "js/loading.js",
    "revision": "3d4fb526e343d9cd"
  },
  {
    "url": "js/main.js",
    "revision": "11e1314c0c6bc4a8"
  },
  {
    "url": "js/measure/evaluation.js",
    "revision": "7ebde6a373aab054"
  },
  {
    "url": "js/measure/view.js",
    "revision": "f75a2e792fb6027f"
  },
  {
    "url": "js/notice.js",
    "revision": "204bad91e76d0790"
  },
  {
    "url": "js/offline.js",
    "revision": "4a09efe46f851f16"
  },
  {
    "url": "js/pad.js",
    "revision": "125e882e4fb52819"
  },
  {
    "url": "js/page.js",
    "revision": "3c43413384ffa57e"
  },
  {
    "url": "js/picker.js",
    "revision": "ca083ce149e5d10e"
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
    "url": "js/progress.js",
    "revision": "385b4e6690254915"
  },
  {
    "url": "js/sent.js",
    "revision": "7b1f4b81d76cb9d4"
  },
  {
    "url": "js/session.js",
    "revision": "5b561b1de83b5a1b"
  },
  {
    "url": "js/size.js",
    "revision": "b6b0ab742157e1d0"
  },
  {
    "url": "js/tasks.js",
    "revision": "eb582cf93ed3cd14"
  },
  {
    "url": "js/tools.js",
    "revision": "483f2416716034ef"
  },
  {
    "url": "js/upload.js",
    "revision": "c1f5f1f180a77afb"
  },
  {
    "url": "js/views.js",
    "revision": "0e0f1fc1bc1e094a"
  },
  {
    "url": "js/words.js",
    "revision": "ae2f5334f84f0183"
  },
  {
    "url": "js/worker.js",
    "revision": "cbe6f61ed91035e3"
  },
  {
    "url": "manifest.webmanifest",
    "revision": "b3f239dc2d28a358"
  },
  {
    "url": "measure.css",
    "revision": "17ebfc9d464c0613"
  },
  {
    "url": "style.css",
    "revision": "6aa912a2a2b5b014"
  },
  {
    "url": "vendor/chunk-PNE6TMXW.js",
    "revision": "3536cfdb01a3fc68"
  },
  {
    "url": "vendor/chunk-T7X4NKEN.js",
    "revision": "4e63d302b0b0675f"
  },
  {
    "url": "vendor/chunk-YVSA2ZOB.js",
    "revision": "22800fbec5380916"
  },
  {
    "url": "vendor/comlink.js",
    "revision": "61c3eda17d85f363"
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
    "revision": "884bcbce94f98c94"
  },
  {
    "url": "vendor/tfjs-wasm.js",
    "revision": "0613fe5e62e60e08"
  },
  {
    "url": "vendor/tfjs.js",
    "revision": "21854436155e0423"
  },
  {
    "url": "vendor/uplot.css",
    "revision": "df630c6a8d6f8eea"
  },
  {
    "url": "vendor/uplot.js",
    "revision": "dbcf1ecdbeaf1245"
  }
];
self.ON_DEMAND = [
  {
    "url": "vendor/litert.js",
    "revision": "439972dc3eae66c1"
  },
  {
    "url": "vendor/litert/litert_wasm_compat_internal.wasm",
    "revision": "5255c8ad06eabdbd"
  },
  {
    "url": "vendor/tfjs-webgl.js",
    "revision": "e5f9a1ee9a8352a4"
  },
  {
    "url": "vendor/tfjs-webgpu.js",
    "revision": "22a7caaf60ade6c9"
  }
];
