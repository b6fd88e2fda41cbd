self.SHELL = [
  {
    "url": "css/answer.css",
    "revision": "999075f7d087ec9d"
  },
  {
    "url": "css/benchmark.css",
    "revision": "f5715760e55bc588"
  },
  {
    "url": "css/cards.css",
    "revision": "f898c6d41d9eacbe"
  },
  {
    "url": "css/compare.css",
    "revision": "20d7a57c64e6f89e"
  },
  {
    "url": "css/controls.css",
    "revision": "21c052dd913aaa1f"
  },
  {
    "url": "css/downloads.css",
    "revision": "1f19173882a3b38f"
  },
  {
    "url": "css/header.css",
    "revision": "7be79aec7c3ae901"
  },
  {
    "url": "css/keeping.css",
    "revision": "110aa5b3775ca94b"
  },
  {
    "url": "css/lanes.css",
    "revision": "08198334dc8d8ed9"
  },
  {
    "url": "css/measure.css",
    "revision": "6753cb024fd9fae2"
  },
  {
    "url": "css/pay.css",
    "revision": "122cd9f11131caea"
  },
  {
    "url": "css/stage.css",
    "revision": "6017aa9a6923725d"
  },
  {
    "url": "css/style.css",
    "revision": "baa377fdc5604d6a"
  },
  {
    "url": "css/tokens.css",
    "revision": "bcbd09fb1e3cbe4b"
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
    "revision": "b7208232ac1f3034"
  },
  {
    "url": "js/answer/announcement.js",
    "revision": "cb20c8865c7dd5ad"
  },
  {
    "url": "js/answer/answer.js",
    "revision": "f7696f0eade75dd6"
  },
  {
    "url": "js/answer/front_end_preview.js",
    "revision": "cf18dc021dcc1137"
  },
  {
    "url": "js/answer/session.js",
    "revision": "89da5383cabd6b43"
  },
  {
    "url": "js/chrome/chrome.js",
    "revision": "cc53495c1158256c"
  },
  {
    "url": "js/chrome/notice.js",
    "revision": "836cf797206ff8fd"
  },
  {
    "url": "js/chrome/picker.js",
    "revision": "c8b964168e44db1b"
  },
  {
    "url": "js/chrome/progress.js",
    "revision": "77d25696aa6439b9"
  },
  {
    "url": "js/chrome/upload_counter.js",
    "revision": "574e26b2a82f6510"
  },
  {
    "url": "js/chrome/words.js",
    "revision": "66ef8f433ba4f911"
  },
  {
    "url": "js/core/catalog.js",
    "revision": "31f76af7de9f05b1"
  },
  {
    "url": "js/core/choice.js",
    "revision": "56092eacc2e51715"
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
    "revision": "12a9010e66ced72a"
  },
  {
    "url": "js/core/i18n.js",
    "revision": "a19db9556eaf4569"
  },
  {
    "url": "js/core/painted.js",
    "revision": "b93d03981b55098d"
  },
  {
    "url": "js/core/percentile.js",
    "revision": "9958e970671fc55c"
  },
  {
    "url": "js/core/probabilities.js",
    "revision": "16c01fe149c7867b"
  },
  {
    "url": "js/core/size.js",
    "revision": "60b6ee13309ab080"
  },
  {
    "url": "js/core/tasks.js",
    "revision": "9b801c4846c5b6b4"
  },
  {
    "url": "js/engine.js",
    "revision": "b88ccbb5b537743a"
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
    "revision": "6bb06f51ef812642"
  },
  {
    "url": "js/engines/pixels.js",
    "revision": "5969e951ce40f72e"
  },
  {
    "url": "js/engines/start_record.js",
    "revision": "52c65c18b8b069ef"
  },
  {
    "url": "js/engines/tfjs.js",
    "revision": "9921e0734a118b97"
  },
  {
    "url": "js/engines/worker.js",
    "revision": "dc9b8489c7235f9c"
  },
  {
    "url": "js/input/camera.js",
    "revision": "7f1aacd26536b4b0"
  },
  {
    "url": "js/input/camera_view.js",
    "revision": "d0b9e85a040e22f2"
  },
  {
    "url": "js/input/demonstration.js",
    "revision": "4c47a2568e74d953"
  },
  {
    "url": "js/input/examples.js",
    "revision": "716a635cb9d3c536"
  },
  {
    "url": "js/input/history.js",
    "revision": "57247c37414cba40"
  },
  {
    "url": "js/input/pad.js",
    "revision": "c95cec69d7cd8bb8"
  },
  {
    "url": "js/input/picture.js",
    "revision": "1484ac3e8919aed7"
  },
  {
    "url": "js/input/strokes.js",
    "revision": "f6331071a384f6a9"
  },
  {
    "url": "js/input/test_digits.js",
    "revision": "685a258a463d4e7a"
  },
  {
    "url": "js/input/tools.js",
    "revision": "8ab222b0ad18cbc2"
  },
  {
    "url": "js/input/upload.js",
    "revision": "fc10d37a15a2e462"
  },
  {
    "url": "js/main.js",
    "revision": "c4f09d02723f048a"
  },
  {
    "url": "js/offline/manager.js",
    "revision": "5cdaf9f7b690f5e6"
  },
  {
    "url": "js/offline/store.js",
    "revision": "d7b2b8b2673c91cd"
  },
  {
    "url": "js/offline/view.js",
    "revision": "54d83fc6e6a6b092"
  },
  {
    "url": "js/sides/card.js",
    "revision": "90786d6e780be39d"
  },
  {
    "url": "js/sides/element.js",
    "revision": "13f460d414ead160"
  },
  {
    "url": "js/sides/figures.js",
    "revision": "5900a76fbb57819e"
  },
  {
    "url": "js/sides/lanes.js",
    "revision": "93406e3d4cf3b59b"
  },
  {
    "url": "js/sides/phases.js",
    "revision": "92169ea52919d706"
  },
  {
    "url": "js/sides/verdict.js",
    "revision": "40e6e9f8723f7521"
  },
  {
    "url": "js/sides/words.js",
    "revision": "7c80c1d06fef548e"
  },
  {
    "url": "js/views/benchmark/benchmark.js",
    "revision": "4e25dd8df4691c57"
  },
  {
    "url": "js/views/benchmark/plot.js",
    "revision": "2cf60812ddc9e358"
  },
  {
    "url": "js/views/benchmark/report.js",
    "revision": "7c1b7eb5264c2d34"
  },
  {
    "url": "js/views/benchmark/view.js",
    "revision": "bad06eac52d47afb"
  },
  {
    "url": "js/views/compare/address.js",
    "revision": "3d1fee791bb1cb40"
  },
  {
    "url": "js/views/compare/batch.js",
    "revision": "1865218cc3af0184"
  },
  {
    "url": "js/views/compare/batch_view.js",
    "revision": "5e1abc1d83752fc3"
  },
  {
    "url": "js/views/compare/chips.js",
    "revision": "8f7eda3097cd131d"
  },
  {
    "url": "js/views/compare/comparison.js",
    "revision": "9737474a5529b5b4"
  },
  {
    "url": "js/views/compare/costs.js",
    "revision": "4b02c7d6f68a570b"
  },
  {
    "url": "js/views/compare/decision.js",
    "revision": "a18c1676e3c93753"
  },
  {
    "url": "js/views/compare/decision_view.js",
    "revision": "84c36bba2353697c"
  },
  {
    "url": "js/views/compare/decision_words.js",
    "revision": "cb96fd5beff079be"
  },
  {
    "url": "js/views/compare/dom.js",
    "revision": "c9810e31741b8317"
  },
  {
    "url": "js/views/compare/figures.js",
    "revision": "df2e3b32de458f15"
  },
  {
    "url": "js/views/compare/layout.js",
    "revision": "9e3991a43808a92e"
  },
  {
    "url": "js/views/compare/link.js",
    "revision": "83ce1a6d36381c75"
  },
  {
    "url": "js/views/compare/measurements.js",
    "revision": "8d3875b829b1011e"
  },
  {
    "url": "js/views/compare/named_server.js",
    "revision": "588f81f0ae761ed4"
  },
  {
    "url": "js/views/compare/network.js",
    "revision": "cd44ebf9d28a581e"
  },
  {
    "url": "js/views/compare/network_picker.js",
    "revision": "12c1548d8ee45004"
  },
  {
    "url": "js/views/compare/pay.js",
    "revision": "ceffc128bf475226"
  },
  {
    "url": "js/views/compare/pay_plot.js",
    "revision": "894ce8d982b2b09a"
  },
  {
    "url": "js/views/compare/pay_view.js",
    "revision": "1ed79aaa7581469f"
  },
  {
    "url": "js/views/compare/png.js",
    "revision": "20abbf29e687002f"
  },
  {
    "url": "js/views/compare/price_field.js",
    "revision": "6fddd816d7a1c558"
  },
  {
    "url": "js/views/compare/race.js",
    "revision": "76cebf52788ca329"
  },
  {
    "url": "js/views/compare/relay.js",
    "revision": "2010c764e6b570e4"
  },
  {
    "url": "js/views/compare/report_view.js",
    "revision": "97d643573f3da5ba"
  },
  {
    "url": "js/views/compare/retries.js",
    "revision": "c401dd01f7ea49f2"
  },
  {
    "url": "js/views/compare/samples.js",
    "revision": "98b2bceb7e86e619"
  },
  {
    "url": "js/views/compare/sending_view.js",
    "revision": "e7b828ce0fe73785"
  },
  {
    "url": "js/views/compare/server.js",
    "revision": "e8d12c4a9a94cb70"
  },
  {
    "url": "js/views/compare/server_column.js",
    "revision": "6f4b00fc6c3fd1f0"
  },
  {
    "url": "js/views/compare/share_picture.js",
    "revision": "22c36f36d3a4f7c2"
  },
  {
    "url": "js/views/compare/shared_view.js",
    "revision": "28b389d596e94f6f"
  },
  {
    "url": "js/views/compare/sizes_view.js",
    "revision": "f20119f2d4efb572"
  },
  {
    "url": "js/views/compare/start_view.js",
    "revision": "83608623852afc68"
  },
  {
    "url": "js/views/compare/startup.js",
    "revision": "7cbfbf00be15aa0a"
  },
  {
    "url": "js/views/compare/textbook_view.js",
    "revision": "e01ca381c1a3814c"
  },
  {
    "url": "js/views/compare/times_plot.js",
    "revision": "39b67e3b6caa9743"
  },
  {
    "url": "js/views/compare/times_view.js",
    "revision": "256b9363b350cc16"
  },
  {
    "url": "js/views/compare/timings.js",
    "revision": "8e626bc764a11b7b"
  },
  {
    "url": "js/views/compare/transport.js",
    "revision": "84a8c306c0c388be"
  },
  {
    "url": "js/views/compare/verdict.js",
    "revision": "a82e76b18dc6c3e0"
  },
  {
    "url": "js/views/compare/versions.js",
    "revision": "18ff4f1445a6f455"
  },
  {
    "url": "js/views/compare/view.js",
    "revision": "bafbdcf03e8ffb83"
  },
  {
    "url": "js/views/compare/wait.js",
    "revision": "cebbb7b318f0174f"
  },
  {
    "url": "js/views/compare/words.js",
    "revision": "9b6e1fdb443ed420"
  },
  {
    "url": "js/views/copying.js",
    "revision": "03cf3cd8b8228c04"
  },
  {
    "url": "js/views/device.js",
    "revision": "5e339d6fd2d626f6"
  },
  {
    "url": "js/views/downloads/code.js",
    "revision": "b6716f9f73f28dff"
  },
  {
    "url": "js/views/downloads/snippets.js",
    "revision": "4bfff7a705d73efb"
  },
  {
    "url": "js/views/downloads/view.js",
    "revision": "61a13090eeb9739f"
  },
  {
    "url": "js/views/measure/evaluation.js",
    "revision": "6a06403f95aeae46"
  },
  {
    "url": "js/views/measure/view.js",
    "revision": "cc2925c4cec9ebee"
  },
  {
    "url": "js/views/page.js",
    "revision": "c128cadd9a9f31fa"
  },
  {
    "url": "js/views/views.js",
    "revision": "30e71454df70f976"
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
