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
    "revision": "d7fac6c116a45d1b"
  },
  {
    "url": "js/benchmark.js",
    "revision": "598ed5f1e367b26a"
  },
  {
    "url": "js/benchmark_plot.js",
    "revision": "84075af2a0cd754e"
  },
  {
    "url": "js/benchmark_report.js",
    "revision": "bcc464348347821b"
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
    "revision": "67dd0e18d3117aae"
  },
  {
    "url": "js/choice.js",
    "revision": "32fe0e95e118e41d"
  },
  {
    "url": "js/compare/costs.js",
    "revision": "ddd20db0c5668c52"
  },
  {
    "url": "js/compare/network.js",
    "revision": "29ca995ec78cec1e"
  },
  {
    "url": "js/compare/server.js",
    "revision": "ae7b70330d0828d4"
  },
  {
    "url": "js/compare/times_view.js",
    "revision": "fb45673fed600bb6"
  },
  {
    "url": "js/compare/timings.js",
    "revision": "a900e0675b5235f4"
  },
  {
    "url": "js/compare/view.js",
    "revision": "70663cb815e9e6d3"
  },
  {
    "url": "js/compare/words.js",
    "revision": "de009a32d0e687c0"
  },
  {
    "url": "js/downloads/view.js",
    "revision": "1ccce8679e8eeb07"
  },
  {
    "url": "js/engine.js",
    "revision": "ca0565f2368a5e1d"
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
    "revision": "e95aadbfaaa783e4"
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
    "revision": "a672496b0b537cb0"
  },
  {
    "url": "js/measure/evaluation.js",
    "revision": "7390f77db54f4650"
  },
  {
    "url": "js/measure/view.js",
    "revision": "f0b01b7a38e0e49f"
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
    "url": "js/percentile.js",
    "revision": "1cae5f71f146220a"
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
    "revision": "cf2b11c85b6c39d3"
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
    "revision": "a1f0df76fb7dffb2"
  },
  {
    "url": "js/views.js",
    "revision": "d9a5fc9b87677319"
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
