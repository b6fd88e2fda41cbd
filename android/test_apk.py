"""The APK itself: its signature, its alignment, its manifest, its code, its libraries and its models."""

import hashlib
import re
import struct
import unittest
import zipfile

import catalog
from android import layout
from android.layout import APK, CLASSES
from android.programs import run

MACHINES = {"arm64-v8a": 183, "armeabi-v7a": 40, "x86": 3, "x86_64": 62}
"""ABI -> the number of its processor in an ELF header."""
DEX_OF_API_24 = b"dex\n037\0"


class ApkTest(unittest.TestCase):
    """Needs `python -m android apk` before."""

    def setUp(self) -> None:
        self.archive = zipfile.ZipFile(APK)
        self.addCleanup(self.archive.close)

    def test_the_signature_holds(self) -> None:
        said = run("apksigner", "verify", "--verbose", "--print-certs", APK)
        self.assertIn("(APK Signature Scheme v2): true", said)
        self.assertIn("CN=Android Debug", said)

    def test_it_is_aligned(self) -> None:
        run("zipalign", "-c", "4", APK)

    def test_android_11_installs_its_resources(self) -> None:
        """From API 30 on `resources.arsc` must be stored as it is, at a multiple of four."""
        entry = self.archive.getinfo("resources.arsc")
        with APK.open("rb") as file:
            file.seek(entry.header_offset + 26)
            name, extra = struct.unpack("<HH", file.read(4))
        self.assertEqual(entry.compress_type, zipfile.ZIP_STORED)
        self.assertEqual((entry.header_offset + 30 + name + extra) % 4, 0)

    def test_the_manifest_says_what_the_app_is(self) -> None:
        said = run("aapt2", "dump", "badging", APK)
        self.assertIn(f"package: name='{layout.PACKAGE}' versionCode='{layout.VERSION_CODE}'", said)
        self.assertIn(f"sdkVersion:'{layout.MIN_SDK}'\ntargetSdkVersion:'{layout.TARGET_SDK}'", said)
        self.assertIn("launchable-activity: name='bothsides.app.DrawActivity'", said)
        self.assertIn("native-code: " + " ".join(f"'{abi}'" for abi in layout.ABIS), said)
        self.assertIn("locales: '--_--' 'ko'", said)
        self.assertNotIn("uses-permission", said)

    def test_every_class_is_in_the_code(self) -> None:
        said = run("dexdump", "-l", "plain", APK)
        found = set(re.findall(r"Class descriptor  : 'L([^;]+);'", said))
        compiled = {str(path.relative_to(CLASSES).with_suffix("")) for path in CLASSES.rglob("*.class")}
        self.assertGreater(len(compiled), 20)
        self.assertLessEqual(compiled, found)
        self.assertIn("org/tensorflow/lite/Interpreter", found)

    def test_api_24_runs_its_code(self) -> None:
        code = self.archive.read("classes.dex")
        self.assertLessEqual(code[:8], DEX_OF_API_24)
        self.assertNotRegex(run("dexdump", "-d", APK), r"invoke-(custom|polymorphic)")

    def test_each_library_is_for_its_processor(self) -> None:
        for abi in layout.ABIS:
            head = self.archive.read(f"lib/{abi}/libtensorflowlite_jni.so")[:20]
            self.assertEqual((head[:4], struct.unpack_from("<H", head, 18)[0]), (b"\x7fELF", MACHINES[abi]), abi)

    def test_the_models_are_those_of_the_catalog(self) -> None:
        listed = catalog.load(catalog.PATH)
        hashes = {file.path: file.sha256 for name in layout.MODELS for file in listed.model(name).files}
        for name in layout.MODELS:
            path = listed.model(name).defaults["tflite"]
            content = self.archive.read(f"assets/{path.rpartition('/')[2]}")
            self.assertEqual(hashlib.sha256(content).hexdigest(), hashes[path], path)
