self.SHELL = [
  {
    "url": "css/answer.css",
    "revision": "ec2a0bd511e753f3"
  },
  {
    "url": "css/benchmark.css",
    "revision": "1f6bd60cff6b6d1d"
  },
  {
    "url": "css/cards.css",
    "revision": "a442f69a8eabffbf"
  },
  {
    "url": "css/compare.css",
    "revision": "e3db2768b818f327"
  },
  {
    "url": "css/downloads.css",
    "revision": "205b1eac534bb53c"
  },
  {
    "url": "css/header.css",
    "revision": "ee2c7619dd28b50e"
  },
  {
    "url": "css/keeping.css",
    "revision": "3584d8d23c29f513"
  },
  {
    "url": "css/measure.css",
    "revision": "17ebfc9d464c0613"
  },
  {
    "url": "css/style.css",
    "revision": "4f6272d675421043"
  },
  {
    "url": "css/tokens.css",
    "revision": "9cd8f49433ddc94a"
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
    "revision": "bb530ad9eee1ca91"
  },
  {
    "url": "js/answer/announcement.js",
    "revision": "b85386738d1f380a"
  },
  {
    "url": "js/answer/answer.js",
    "revision": "8c072b6984de6a17"
  },
  {
    "url": "js/answer/front_end_preview.js",
    "revision": "6469a138b2261ae4"
  },
  {
    "url": "js/answer/session.js",
    "revision": "587a1cf9da980582"
  },
  {
    "url": "js/chrome/chrome.js",
    "revision": "66fabda75267037e"
  },
  {
    "url": "js/chrome/notice.js",
    "revision": "f023500d688b6b42"
  },
  {
    "url": "js/chrome/picker.js",
    "revision": "892ecf619572a183"
  },
  {
    "url": "js/chrome/progress.js",
    "revision": "c15914601c1c8cad"
  },
  {
    "url": "js/chrome/upload_counter.js",
    "revision": "45630126c1bca386"
  },
  {
    "url": "js/chrome/words.js",
    "revision": "431a12231c25e84b"
  },
  {
    "url": "js/core/catalog.js",
    "revision": "5ca710794069e8ea"
  },
  {
    "url": "js/core/choice.js",
    "revision": "805d09133f50b458"
  },
  {
    "url": "js/core/coalesce.js",
    "revision": "f1a21f09969106be"
  },
  {
    "url": "js/core/engine_names.js",
    "revision": "55e8a2eda5427368"
  },
  {
    "url": "js/core/i18n.js",
    "revision": "e61b813794a3e894"
  },
  {
    "url": "js/core/percentile.js",
    "revision": "1cae5f71f146220a"
  },
  {
    "url": "js/core/probabilities.js",
    "revision": "8c04899426e35259"
  },
  {
    "url": "js/core/size.js",
    "revision": "b6b0ab742157e1d0"
  },
  {
    "url": "js/core/tasks.js",
    "revision": "0415bffef482e23c"
  },
  {
    "url": "js/engine.js",
    "revision": "ddc8cad5c2359e19"
  },
  {
    "url": "js/engines/inference.js",
    "revision": "512c561c3debdac7"
  },
  {
    "url": "js/engines/litert.js",
    "revision": "a509742b88725039"
  },
  {
    "url": "js/engines/loading.js",
    "revision": "b4940ab887fe5320"
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
    "url": "js/engines/worker.js",
    "revision": "273f3dc1427fd10c"
  },
  {
    "url": "js/input/camera.js",
    "revision": "2f45af75b1736c9f"
  },
  {
    "url": "js/input/camera_view.js",
    "revision": "b3d4e74cf73efa5c"
  },
  {
    "url": "js/input/examples.js",
    "revision": "44b24e5399275a44"
  },
  {
    "url": "js/input/history.js",
    "revision": "63adff07112d0234"
  },
  {
    "url": "js/input/pad.js",
    "revision": "d14b7d054b373758"
  },
  {
    "url": "js/input/picture.js",
    "revision": "180a47efd977c763"
  },
  {
    "url": "js/input/strokes.js",
    "revision": "d6f10e8830d592ed"
  },
  {
    "url": "js/input/test_digits.js",
    "revision": "8c5afabec0c0ccc9"
  },
  {
    "url": "js/input/tools.js",
    "revision": "483f2416716034ef"
  },
  {
    "url": "js/input/upload.js",
    "revision": "3fc49d20187b0e04"
  },
  {
    "url": "js/main.js",
    "revision": "89e4a5d9283282e7"
  },
  {
    "url": "js/offline/manager.js",
    "revision": "48b61768b4cec0a3"
  },
  {
    "url": "js/offline/store.js",
    "revision": "ab77db16e23afaba"
  },
  {
    "url": "js/offline/view.js",
    "revision": "48b05c64005bce1a"
  },
  {
    "url": "js/sides/card.js",
    "revision": "5a90cf168bc75093"
  },
  {
    "url": "js/sides/element.js",
    "revision": "f45884c66e6b7ed2"
  },
  {
    "url": "js/sides/figures.js",
    "revision": "650b2cfc4d8a9853"
  },
  {
    "url": "js/sides/lanes.js",
    "revision": "841d9375bc3d1c7c"
  },
  {
    "url": "js/sides/phases.js",
    "revision": "671f060a62a62b8a"
  },
  {
    "url": "js/sides/verdict.js",
    "revision": "32ccb70c922f158d"
  },
  {
    "url": "js/sides/words.js",
    "revision": "64cec4984b13e332"
  },
  {
    "url": "js/views/benchmark/benchmark.js",
    "revision": "08a54a6f7a28a154"
  },
  {
    "url": "js/views/benchmark/plot.js",
    "revision": "eeff32241eae7b23"
  },
  {
    "url": "js/views/benchmark/report.js",
    "revision": "dc443bf4b7b99048"
  },
  {
    "url": "js/views/benchmark/view.js",
    "revision": "1224afa2ab6b824b"
  },
  {
    "url": "js/views/compare/address.js",
    "revision": "0664d5b22be43cf3"
  },
  {
    "url": "js/views/compare/batch.js",
    "revision": "b15f8c500a02f62d"
  },
  {
    "url": "js/views/compare/batch_view.js",
    "revision": "14a4a64371c0cd72"
  },
  {
    "url": "js/views/compare/comparison.js",
    "revision": "141d29fbdf5c7c90"
  },
  {
    "url": "js/views/compare/costs.js",
    "revision": "26680f38ac5e6093"
  },
  {
    "url": "js/views/compare/decision.js",
    "revision": "db486a6a7ecfca76"
  },
  {
    "url": "js/views/compare/decision_view.js",
    "revision": "e4f3285bfa0b155b"
  },
  {
    "url": "js/views/compare/decision_words.js",
    "revision": "5305f44964cba8f2"
  },
  {
    "url": "js/views/compare/dom.js",
    "revision": "3d04415b36d19977"
  },
  {
    "url": "js/views/compare/figures.js",
    "revision": "3dfbee04bb05d353"
  },
  {
    "url": "js/views/compare/layout.js",
    "revision": "1388683edcef502d"
  },
  {
    "url": "js/views/compare/link.js",
    "revision": "7a8d2ee869a4e0b1"
  },
  {
    "url": "js/views/compare/measurements.js",
    "revision": "ad0130a6a7ca0a32"
  },
  {
    "url": "js/views/compare/named_server.js",
    "revision": "ea2843838b74a21d"
  },
  {
    "url": "js/views/compare/network.js",
    "revision": "29ca995ec78cec1e"
  },
  {
    "url": "js/views/compare/network_picker.js",
    "revision": "4f631bbaf99da65a"
  },
  {
    "url": "js/views/compare/png.js",
    "revision": "5796b69a163b9ec8"
  },
  {
    "url": "js/views/compare/price_field.js",
    "revision": "15bd516960173389"
  },
  {
    "url": "js/views/compare/relay.js",
    "revision": "91c7d0508b0108ce"
  },
  {
    "url": "js/views/compare/report_view.js",
    "revision": "da25eaa6fa79a442"
  },
  {
    "url": "js/views/compare/samples.js",
    "revision": "ad4d8a12be031959"
  },
  {
    "url": "js/views/compare/sending_view.js",
    "revision": "f7eab990e4af7f38"
  },
  {
    "url": "js/views/compare/server.js",
    "revision": "4719df7f8b20d741"
  },
  {
    "url": "js/views/compare/server_column.js",
    "revision": "cab7c87b89b5c981"
  },
  {
    "url": "js/views/compare/shared_view.js",
    "revision": "1e026a339f31c9f6"
  },
  {
    "url": "js/views/compare/sizes_view.js",
    "revision": "2cb6edabf746c719"
  },
  {
    "url": "js/views/compare/start_view.js",
    "revision": "33094df2feee163d"
  },
  {
    "url": "js/views/compare/startup.js",
    "revision": "f85cc7263f1b1fa2"
  },
  {
    "url": "js/views/compare/table_picture.js",
    "revision": "062a8d8f344bbba4"
  },
  {
    "url": "js/views/compare/times_plot.js",
    "revision": "10854b5bbf85bd8c"
  },
  {
    "url": "js/views/compare/times_view.js",
    "revision": "9c0a01c6a6acfed8"
  },
  {
    "url": "js/views/compare/timings.js",
    "revision": "bc969c5519443b34"
  },
  {
    "url": "js/views/compare/transport.js",
    "revision": "1f380eb6bbc738cf"
  },
  {
    "url": "js/views/compare/verdict.js",
    "revision": "c5bdd08e28b735d5"
  },
  {
    "url": "js/views/compare/versions.js",
    "revision": "07b25dde27d245ff"
  },
  {
    "url": "js/views/compare/view.js",
    "revision": "47379f6beaa337cc"
  },
  {
    "url": "js/views/compare/wait.js",
    "revision": "613b4c1e1de8bf03"
  },
  {
    "url": "js/views/compare/words.js",
    "revision": "7cebcec7f22a3243"
  },
  {
    "url": "js/views/copying.js",
    "revision": "b688ed0dcbb3efb9"
  },
  {
    "url": "js/views/device.js",
    "revision": "4efcb2f3edd4733d"
  },
  {
    "url": "js/views/downloads/snippets.js",
    "revision": "7322b848158bef3d"
  },
  {
    "url": "js/views/downloads/usage.js",
    "revision": "2f1359be55f164ad"
  },
  {
    "url": "js/views/downloads/view.js",
    "revision": "ba2bb3e332266827"
  },
  {
    "url": "js/views/measure/evaluation.js",
    "revision": "b95951bd239409d6"
  },
  {
    "url": "js/views/measure/view.js",
    "revision": "07a3a2495ceba1b4"
  },
  {
    "url": "js/views/page.js",
    "revision": "910b6d37e9ecedda"
  },
  {
    "url": "js/views/views.js",
    "revision": "b5f0467a52113c5d"
  },
  {
    "url": "manifest.webmanifest",
    "revision": "b3f239dc2d28a358"
  },
  {
    "url": "relay.html",
    "revision": "ed898e90b5dae0a2"
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
    "url": "vendor/png.js",
    "revision": "0df9b0588add02f1"
  },
  {
    "url": "vendor/signature_pad.js",
    "revision": "30925d9274bd3133"
  },
  {
    "url": "vendor/sizes.json",
    "revision": "f8d7b8d40f403276"
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
