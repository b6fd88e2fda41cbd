self.SHELL = [
  {
    "url": "css/answer.css",
    "revision": "d56594c83908b9e0"
  },
  {
    "url": "css/benchmark.css",
    "revision": "c1bed3082169c97c"
  },
  {
    "url": "css/cards.css",
    "revision": "5a331433a84a8633"
  },
  {
    "url": "css/compare.css",
    "revision": "5a047448c3af4ef0"
  },
  {
    "url": "css/downloads.css",
    "revision": "1f19173882a3b38f"
  },
  {
    "url": "css/header.css",
    "revision": "4a08e51299b6cf29"
  },
  {
    "url": "css/keeping.css",
    "revision": "3584d8d23c29f513"
  },
  {
    "url": "css/measure.css",
    "revision": "498419c649db5daf"
  },
  {
    "url": "css/pay.css",
    "revision": "68e6dedfcfbae37d"
  },
  {
    "url": "css/stage.css",
    "revision": "133047dd330f017a"
  },
  {
    "url": "css/style.css",
    "revision": "fb4c41a6560ed052"
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
    "revision": "6e5873e64e689e18"
  },
  {
    "url": "js/answer/announcement.js",
    "revision": "b85386738d1f380a"
  },
  {
    "url": "js/answer/answer.js",
    "revision": "9ef9bc75d8c86aa9"
  },
  {
    "url": "js/answer/front_end_preview.js",
    "revision": "6469a138b2261ae4"
  },
  {
    "url": "js/answer/session.js",
    "revision": "2555fd058537e408"
  },
  {
    "url": "js/chrome/chrome.js",
    "revision": "bcddab628b91fecb"
  },
  {
    "url": "js/chrome/notice.js",
    "revision": "eadcda39c5d0e9f4"
  },
  {
    "url": "js/chrome/picker.js",
    "revision": "ed03efc802001385"
  },
  {
    "url": "js/chrome/progress.js",
    "revision": "4123ca3818b7598b"
  },
  {
    "url": "js/chrome/upload_counter.js",
    "revision": "59ff55316d4bdb97"
  },
  {
    "url": "js/chrome/words.js",
    "revision": "2ada5dc24acef8ad"
  },
  {
    "url": "js/core/catalog.js",
    "revision": "31f76af7de9f05b1"
  },
  {
    "url": "js/core/choice.js",
    "revision": "2fbb21a446e87fa9"
  },
  {
    "url": "js/core/coalesce.js",
    "revision": "7930a48fcf49f4af"
  },
  {
    "url": "js/core/engine_names.js",
    "revision": "96d3ef1d7ec64f45"
  },
  {
    "url": "js/core/hosted.js",
    "revision": "447e910fa6372894"
  },
  {
    "url": "js/core/i18n.js",
    "revision": "a74d8a257d2e2131"
  },
  {
    "url": "js/core/painted.js",
    "revision": "86d8a0dbe2beab35"
  },
  {
    "url": "js/core/percentile.js",
    "revision": "afb3819237687566"
  },
  {
    "url": "js/core/probabilities.js",
    "revision": "c5c4561ceaa11e7a"
  },
  {
    "url": "js/core/size.js",
    "revision": "1c271e7f72df681d"
  },
  {
    "url": "js/core/tasks.js",
    "revision": "9b801c4846c5b6b4"
  },
  {
    "url": "js/engine.js",
    "revision": "09c78c9f121d2432"
  },
  {
    "url": "js/engines/inference.js",
    "revision": "e45cae87baa05e69"
  },
  {
    "url": "js/engines/litert.js",
    "revision": "a7dd24ca4836e6e0"
  },
  {
    "url": "js/engines/loading.js",
    "revision": "1e5e3d65e70dafbb"
  },
  {
    "url": "js/engines/pixels.js",
    "revision": "eee7965eb0dfee2a"
  },
  {
    "url": "js/engines/start_record.js",
    "revision": "195ce6e5c10981cf"
  },
  {
    "url": "js/engines/tfjs.js",
    "revision": "e4b05361756a2d04"
  },
  {
    "url": "js/engines/worker.js",
    "revision": "01e2f5135897407e"
  },
  {
    "url": "js/input/camera.js",
    "revision": "190beebf9a1cb021"
  },
  {
    "url": "js/input/camera_view.js",
    "revision": "2060ed6db950d209"
  },
  {
    "url": "js/input/demonstration.js",
    "revision": "653aecf8fd6741ac"
  },
  {
    "url": "js/input/examples.js",
    "revision": "47bab1da89965797"
  },
  {
    "url": "js/input/history.js",
    "revision": "57247c37414cba40"
  },
  {
    "url": "js/input/pad.js",
    "revision": "6e6b385a0fa4486e"
  },
  {
    "url": "js/input/picture.js",
    "revision": "385e0ad81f734e49"
  },
  {
    "url": "js/input/strokes.js",
    "revision": "7766a4eb5bf1eb63"
  },
  {
    "url": "js/input/test_digits.js",
    "revision": "dbdc5dba00d822be"
  },
  {
    "url": "js/input/tools.js",
    "revision": "f3efe0a0737be64e"
  },
  {
    "url": "js/input/upload.js",
    "revision": "20d1b7473a61d9ce"
  },
  {
    "url": "js/main.js",
    "revision": "fc7daa900ea69a60"
  },
  {
    "url": "js/offline/manager.js",
    "revision": "483ac68c2b4be592"
  },
  {
    "url": "js/offline/store.js",
    "revision": "2e288018d305a69a"
  },
  {
    "url": "js/offline/view.js",
    "revision": "95ba545a71b2b16c"
  },
  {
    "url": "js/sides/card.js",
    "revision": "a21ba094392e730a"
  },
  {
    "url": "js/sides/element.js",
    "revision": "f45884c66e6b7ed2"
  },
  {
    "url": "js/sides/figures.js",
    "revision": "dce45180015ef2f2"
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
    "revision": "a3ad9a0ab8039a83"
  },
  {
    "url": "js/views/benchmark/plot.js",
    "revision": "eeff32241eae7b23"
  },
  {
    "url": "js/views/benchmark/report.js",
    "revision": "44d92493c2fcb777"
  },
  {
    "url": "js/views/benchmark/view.js",
    "revision": "53292bc1dc203bea"
  },
  {
    "url": "js/views/compare/address.js",
    "revision": "0664d5b22be43cf3"
  },
  {
    "url": "js/views/compare/asking.js",
    "revision": "9bf7a04abc486f1d"
  },
  {
    "url": "js/views/compare/batch.js",
    "revision": "0ef72b02e49df39e"
  },
  {
    "url": "js/views/compare/batch_view.js",
    "revision": "40ef38681c1921ef"
  },
  {
    "url": "js/views/compare/chips.js",
    "revision": "1cb6f9c5ca98d604"
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
    "revision": "5e005fe5baf410ed"
  },
  {
    "url": "js/views/compare/decision_view.js",
    "revision": "f23cff2bd54cf3fb"
  },
  {
    "url": "js/views/compare/decision_words.js",
    "revision": "2fb9e945057a5363"
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
    "revision": "494c020d1bbff8d0"
  },
  {
    "url": "js/views/compare/link.js",
    "revision": "7a8d2ee869a4e0b1"
  },
  {
    "url": "js/views/compare/measurements.js",
    "revision": "3ab52e38e4ff92fb"
  },
  {
    "url": "js/views/compare/named_server.js",
    "revision": "3f495010c359f9fe"
  },
  {
    "url": "js/views/compare/network.js",
    "revision": "29ca995ec78cec1e"
  },
  {
    "url": "js/views/compare/network_picker.js",
    "revision": "6575c4da7d9fb708"
  },
  {
    "url": "js/views/compare/pay.js",
    "revision": "52bf5d06039ea415"
  },
  {
    "url": "js/views/compare/pay_plot.js",
    "revision": "90049a97bbb028c5"
  },
  {
    "url": "js/views/compare/pay_view.js",
    "revision": "002cdd13d593bab1"
  },
  {
    "url": "js/views/compare/png.js",
    "revision": "5796b69a163b9ec8"
  },
  {
    "url": "js/views/compare/price_field.js",
    "revision": "8717d40bddeedb26"
  },
  {
    "url": "js/views/compare/race.js",
    "revision": "1e535f5475132757"
  },
  {
    "url": "js/views/compare/relay.js",
    "revision": "91c7d0508b0108ce"
  },
  {
    "url": "js/views/compare/report_view.js",
    "revision": "8cd23ad81029e62a"
  },
  {
    "url": "js/views/compare/samples.js",
    "revision": "d63d9e3fce40e7cb"
  },
  {
    "url": "js/views/compare/sending_view.js",
    "revision": "1ea0ae3571ae9c14"
  },
  {
    "url": "js/views/compare/server.js",
    "revision": "4d927cbf002fe45b"
  },
  {
    "url": "js/views/compare/server_column.js",
    "revision": "6f4b00fc6c3fd1f0"
  },
  {
    "url": "js/views/compare/share_picture.js",
    "revision": "5cfc27b4c09ce608"
  },
  {
    "url": "js/views/compare/shared_view.js",
    "revision": "f9de949313549ef1"
  },
  {
    "url": "js/views/compare/sizes_view.js",
    "revision": "834b42912750e000"
  },
  {
    "url": "js/views/compare/start_view.js",
    "revision": "18e75437c760d52a"
  },
  {
    "url": "js/views/compare/startup.js",
    "revision": "9c3a43edd4aeee2d"
  },
  {
    "url": "js/views/compare/textbook_view.js",
    "revision": "21bf2d0bb6e050bb"
  },
  {
    "url": "js/views/compare/times_plot.js",
    "revision": "26cd0376be420deb"
  },
  {
    "url": "js/views/compare/times_view.js",
    "revision": "b1f583af6b56389d"
  },
  {
    "url": "js/views/compare/timings.js",
    "revision": "bc969c5519443b34"
  },
  {
    "url": "js/views/compare/transport.js",
    "revision": "b082f0a5b549d2ed"
  },
  {
    "url": "js/views/compare/verdict.js",
    "revision": "24eb61523a41aa92"
  },
  {
    "url": "js/views/compare/versions.js",
    "revision": "07b25dde27d245ff"
  },
  {
    "url": "js/views/compare/view.js",
    "revision": "429c141c8f4bee2a"
  },
  {
    "url": "js/views/compare/wait.js",
    "revision": "613b4c1e1de8bf03"
  },
  {
    "url": "js/views/compare/words.js",
    "revision": "9092238f4d14e140"
  },
  {
    "url": "js/views/copying.js",
    "revision": "b688ed0dcbb3efb9"
  },
  {
    "url": "js/views/device.js",
    "revision": "8606a4a8c1c95600"
  },
  {
    "url": "js/views/downloads/code.js",
    "revision": "bd410ddbee26dcd6"
  },
  {
    "url": "js/views/downloads/snippets.js",
    "revision": "7322b848158bef3d"
  },
  {
    "url": "js/views/downloads/view.js",
    "revision": "6d80f4fec2d1668c"
  },
  {
    "url": "js/views/measure/evaluation.js",
    "revision": "b95951bd239409d6"
  },
  {
    "url": "js/views/measure/view.js",
    "revision": "6eefd99a97f37a12"
  },
  {
    "url": "js/views/page.js",
    "revision": "910b6d37e9ecedda"
  },
  {
    "url": "js/views/views.js",
    "revision": "2bbc20779ac36968"
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
