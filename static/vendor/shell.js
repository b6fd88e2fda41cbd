self.SHELL = [
  {
    "url": "answer.css",
    "revision": "ce530146204a0862"
  },
  {
    "url": "benchmark.css",
    "revision": "c223fedc779ca2d3"
  },
  {
    "url": "compare.css",
    "revision": "c4869e6a078fae44"
  },
  {
    "url": "downloads.css",
    "revision": "205b1eac534bb53c"
  },
  {
    "url": "favicon.svg",
    "revision": "11f30bc9e9648dc5"
  },
  {
    "url": "header.css",
    "revision": "ee2c7619dd28b50e"
  },
  {
    "url": "icon-192.png",
    "revision": "b8d2560d41d6aa8b"
  },
  {
    "url": "index.html",
    "revision": "14484ea6900c540e"
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
    "revision": "0e98661edc75e00d"
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
    "revision": "be75b847799ff22b"
  },
  {
    "url": "js/choice.js",
    "revision": "32fe0e95e118e41d"
  },
  {
    "url": "js/compare/address.js",
    "revision": "b90cff602d43b76f"
  },
  {
    "url": "js/compare/batch.js",
    "revision": "6c04fbe771f07c30"
  },
  {
    "url": "js/compare/batch_view.js",
    "revision": "ad044b8339e8e1ad"
  },
  {
    "url": "js/compare/costs.js",
    "revision": "9cfb7a9b4dddf922"
  },
  {
    "url": "js/compare/decision.js",
    "revision": "d26d2bd47845fc10"
  },
  {
    "url": "js/compare/decision_view.js",
    "revision": "4c8bb7327f27d085"
  },
  {
    "url": "js/compare/decision_words.js",
    "revision": "fc5854aeafec6257"
  },
  {
    "url": "js/compare/figures.js",
    "revision": "b606c2465ea1c580"
  },
  {
    "url": "js/compare/link.js",
    "revision": "7a8d2ee869a4e0b1"
  },
  {
    "url": "js/compare/make.js",
    "revision": "3d04415b36d19977"
  },
  {
    "url": "js/compare/measurements.js",
    "revision": "9639d25c67fa2693"
  },
  {
    "url": "js/compare/named_server.js",
    "revision": "d2217a2b64c759ca"
  },
  {
    "url": "js/compare/named_view.js",
    "revision": "157328e57008fb28"
  },
  {
    "url": "js/compare/network.js",
    "revision": "29ca995ec78cec1e"
  },
  {
    "url": "js/compare/network_picker.js",
    "revision": "28689e646ca79634"
  },
  {
    "url": "js/compare/price_field.js",
    "revision": "d8997d44ddb599d9"
  },
  {
    "url": "js/compare/report_view.js",
    "revision": "2ca3277a6c416421"
  },
  {
    "url": "js/compare/server.js",
    "revision": "6dd0aa9056302d06"
  },
  {
    "url": "js/compare/server_column.js",
    "revision": "8ee89998aa9451f9"
  },
  {
    "url": "js/compare/shared_view.js",
    "revision": "7d5379028f9324d7"
  },
  {
    "url": "js/compare/sizes_view.js",
    "revision": "f5d60ef4bb7f6da2"
  },
  {
    "url": "js/compare/start_view.js",
    "revision": "a837f51d00ca013d"
  },
  {
    "url": "js/compare/startup.js",
    "revision": "b99591e86f8da88e"
  },
  {
    "url": "js/compare/table_picture.js",
    "revision": "062a8d8f344bbba4"
  },
  {
    "url": "js/compare/times_plot.js",
    "revision": "df6de75d930a1b3d"
  },
  {
    "url": "js/compare/times_view.js",
    "revision": "e4df92cfd7a7d99a"
  },
  {
    "url": "js/compare/timings.js",
    "revision": "51884aa57f12ce6a"
  },
  {
    "url": "js/compare/transport.js",
    "revision": "5f7df1da043f2a2e"
  },
  {
    "url": "js/compare/verdict.js",
    "revision": "ac205b62f08205d9"
  },
  {
    "url": "js/compare/versions.js",
    "revision": "d0760ebc535cd089"
  },
  {
    "url": "js/compare/view.js",
    "revision": "8a11dde4049cbdd7"
  },
  {
    "url": "js/compare/wait.js",
    "revision": "613b4c1e1de8bf03"
  },
  {
    "url": "js/compare/words.js",
    "revision": "d8da9cee025eb955"
  },
  {
    "url": "js/copying.js",
    "revision": "2526543e30ae427a"
  },
  {
    "url": "js/downloads/snippets.js",
    "revision": "b717343ddd2d3a19"
  },
  {
    "url": "js/downloads/usage.js",
    "revision": "e0a2cc49b81f93c9"
  },
  {
    "url": "js/downloads/view.js",
    "revision": "17bd08c6eebf3cd9"
  },
  {
    "url": "js/engine.js",
    "revision": "089b57c34f1602d6"
  },
  {
    "url": "js/engines/litert.js",
    "revision": "a509742b88725039"
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
    "revision": "2636804b7fe2c410"
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
    "url": "js/keeper.js",
    "revision": "bb7a7b110fe2a65f"
  },
  {
    "url": "js/keeping_view.js",
    "revision": "0b477c201d21be61"
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
    "revision": "7d20a1fdd0ed1f3b"
  },
  {
    "url": "js/measure/evaluation.js",
    "revision": "6885a147a0fb4191"
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
    "revision": "096611bb06fd5f75"
  },
  {
    "url": "js/pad.js",
    "revision": "80b8aa20c1349359"
  },
  {
    "url": "js/page.js",
    "revision": "ba1550503c6a217e"
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
    "url": "js/relay.js",
    "revision": "0b9942cdf811c5d5"
  },
  {
    "url": "js/seen.js",
    "revision": "6c2f5048714ece9c"
  },
  {
    "url": "js/sent.js",
    "revision": "9a6b78ddbcc8d133"
  },
  {
    "url": "js/session.js",
    "revision": "e77acddadcceeb7a"
  },
  {
    "url": "js/size.js",
    "revision": "b6b0ab742157e1d0"
  },
  {
    "url": "js/strokes.js",
    "revision": "407afb6b45b17990"
  },
  {
    "url": "js/tasks.js",
    "revision": "eb582cf93ed3cd14"
  },
  {
    "url": "js/test_digits.js",
    "revision": "999d8644434cc18d"
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
    "revision": "cb7e38bcd675b813"
  },
  {
    "url": "js/worker.js",
    "revision": "c990c094a8ca40cd"
  },
  {
    "url": "keeping.css",
    "revision": "c7aec5302901bbda"
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
    "url": "relay.html",
    "revision": "40b2c7f16139f9f2"
  },
  {
    "url": "style.css",
    "revision": "5217a773341fbaf5"
  },
  {
    "url": "vendor/comlink.js",
    "revision": "0fd0dee4adf106ea"
  },
  {
    "url": "vendor/engines.json",
    "revision": "df537c42114da04c"
  },
  {
    "url": "vendor/signature_pad.js",
    "revision": "30925d9274bd3133"
  },
  {
    "url": "vendor/tfjs-backend-wasm-simd.wasm",
    "revision": "ff3b2a7f81610e3b"
  },
  {
    "url": "vendor/tfjs-wasm.js",
    "revision": "9dcdf6f0329e6e70"
  },
  {
    "url": "vendor/uplot.css",
    "revision": "df630c6a8d6f8eea"
  },
  {
    "url": "vendor/uplot.js",
    "revision": "7365868a70c6b579"
  }
];
self.ENGINES = {
  "vendor/chunk-HAGYLLVA.js": "97fd5881994cbc995f14430d45b0c23096629286086f93fe6974620260be50a4",
  "vendor/chunk-TZXLKWED.js": "061551dcf0a364287dfaee44531117af8b38d50ac968fcaae936ab48b304fda4",
  "vendor/chunk-YVE2MVJM.js": "c04f0e53f29c644f6a926f5a82b1d70a5de2e259a9efab1dea49149e2d1998e9",
  "vendor/tfjs-cpu.js": "19eba3826e4dc18197c3f0409342ec1aa91b48943a0924c91fb78e184395ed83",
  "vendor/tfjs.js": "adf19394491154f0beaca1ee32377562006b76c3581c6da8c7c1d59795269f78",
  "vendor/tfjs-webgl.js": "9ed1b06d7a572427b62df9b272272b3b2f27a559c79597f566d52bc92de4bc11",
  "vendor/tfjs-webgpu.js": "1739d2b39e8870c38f5066a1e96d471064f8d8ad5c4240525ab8372497fe72f8",
  "vendor/litert.js": "4335f79e1ffd08160ab6d43420adeb49ff3ea27ede4ac121d4081162ea954828",
  "vendor/litert/litert_wasm_compat_internal.wasm": "5255c8ad06eabdbd2522cdebf6b22fc10faf74625c23a49b9e072570cd1fa41c"
};
